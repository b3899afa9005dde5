using System.Globalization;
using System.Net;
using System.Text.Json;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Serving;

/// <summary>The day that the page plays is that of the event log.</summary>
public sealed class ServedDayTests() : ServedTests(Town.Yaml, "1")
{
    private const string Day = "2016-07-20";
    private const int Row = 6;

    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["ward@north"] = "Ward, North Hospital",
        ["ward@south"] = "Ward, South Hospital",
        ["lounge"] = "Lounge",
        ["arrivals"] = "Arrivals",
    };

    [Test]
    public async Task Whoever_is_there_at_the_end_was_there_or_came_and_has_not_left()
    {
        var day = await Played(await NewPage(), Day);
        var present = Numbers(day, "present").Chunk(Row).Select(row => row[0]).ToHashSet();
        var (came, left) = (0, 0);
        foreach (var step in Numbers(day, "events").Chunk(Row))
        {
            switch (Kind(day, step[2]))
            {
                case "arrive":
                    came++;
                    Assert.That(present.Add(step[1]), "nobody comes twice");
                    break;
                case "leave":
                    left++;
                    Assert.That(present.Remove(step[1]), "nobody leaves who is not there");
                    break;
                default:
                    Assert.That(present, Does.Contain(step[1]));
                    break;
            }
        }

        var next = await Played(await NewPage(), "2016-07-21");
        Assert.That(came, Is.Positive);
        Assert.That(left, Is.Positive);
        Assert.That(present.Select(patient => Patient(day, patient)), Is.EquivalentTo(Numbers(next, "present").Chunk(Row).Select(row => Patient(next, row[0]))),
            "who is there at the end is there at the next midnight");
        Assert.That(Numbers(day, "events").Chunk(Row).Select(step => step[0]), Is.Ordered.And.All.InRange(0, 86_399));
    }

    [TestCase(null)]
    [TestCase("22")]
    public async Task It_is_the_day_of_the_event_log_of_the_same_replication(string? beds)
    {
        var page = await NewPage();
        using var folder = new Results.TemporaryFolder();
        if (beds is null)
        {
            await DemandLogged(page, Served, folder.Path, "baseline", "run", "baseline");
            return;
        }

        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["path"] = "pools.ward-bed@north.capacity", ["value"] = beds });
        using var moved = await Client.PostAsync(page + "move", form);
        var file = Path.Combine(folder.Path, "moved.yaml");
        await File.WriteAllBytesAsync(file, await Client.GetByteArrayAsync(page + "scenario.yaml"));
        await DemandLogged(page, Served, folder.Path, "moved", "compare", file);
    }

    /// <summary>A place or another, staff beside it, and who does not wait: every kind of step.</summary>
    [Test]
    public async Task So_it_is_where_there_is_staff_and_patients_give_up_or_move_back()
    {
        var clinic = Town.Yaml.Replace("lounge: { kind", "nurse: { kind: staff, capacity: 1 }\n  chair: { kind: spaces, capacity: 1 }\n  lounge: { kind", StringComparison.Ordinal)
            .Replace("capacity: { value: 4,", "capacity: { value: 1,", StringComparison.Ordinal)
            .Replace("range: 2 to 8", "range: 1 to 8", StringComparison.Ordinal)
            .Replace("place: lounge, time", "place: [lounge, chair], moves_back: { priority: 8 }, staff: nurse, gives_up: [ { after: 3 h, to: walked-out } ], time", StringComparison.Ordinal);
        clinic = clinic.Replace("measures:", "exits: [walked-out]\nmeasures:", StringComparison.Ordinal);
        using var own = new ServedSystem(clinic, "", "--replications", "1");
        using var folder = new Results.TemporaryFolder();
        var day = await DemandLogged(await NewPage(own), own, folder.Path, "baseline", "run", "baseline");
        Assert.That(Numbers(day, "events").Chunk(Row).Select(step => Kind(day, step[2])),
            Is.SupersetOf(new[] { "arrive", "schedule", "assign", "start", "complete", "withdraw", "leave" }));
    }

    [Test]
    public async Task After_a_move_the_day_is_of_the_new_scenario_and_each_is_kept()
    {
        var page = await NewPage();
        var before = await Client.GetStringAsync(page + "day.json?date=" + Day);
        Assert.That(await Client.GetStringAsync(page + "day.json?date=" + Day), Is.EqualTo(before));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["path"] = "pools.ward-bed@north.capacity", ["value"] = "25" });
        using var moved = await Client.PostAsync(page + "move", form);
        var after = await Client.GetStringAsync(page + "day.json?date=" + Day);
        Assert.That(Waiting(JsonDocument.Parse(after).RootElement), Is.LessThan(Waiting(JsonDocument.Parse(before).RootElement)));
        Assert.That(await Client.GetStringAsync(await NewPage() + "day.json?date=" + Day), Is.EqualTo(before), "another page has its own");
    }

    [TestCase("2016-06-30")]
    [TestCase("2017-07-01")]
    [TestCase("20 July 2016")]
    [TestCase("2016-07-20T00:00")]
    public async Task A_day_that_there_is_not_is_refused_with_those_there_are(string date)
    {
        var page = await NewPage();
        foreach (var address in new[] { "day", "day.json" })
        {
            using var answer = await Client.GetAsync($"{page}{address}?date={Uri.EscapeDataString(date)}");
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("2016-07-01 to 2017-06-30"));
        }
    }

    [Test]
    public async Task Without_a_date_it_is_the_twenty_eighth_after_the_branch_and_the_first_and_last_can_be_had()
    {
        var page = await NewPage();
        Assert.That(await Client.GetStringAsync(page + "day"), Does.Contain("Friday 29 July 2016"));
        foreach (var date in new[] { "2016-07-01", "2016-08-25" })
        {
            Assert.That(Numbers(await Played(page, date), "present"), Is.Not.Empty);
        }
    }

    [Test]
    public async Task Whoever_leaves_while_it_is_worked_out_ends_it_and_it_can_be_asked_for_again()
    {
        var page = await NewPage();
        using (var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(1)))
        {
            Task<string> Asked() => Client.GetStringAsync(page + "day.json?date=2016-08-20", soon.Token);
            Assert.That(Asked, Throws.InstanceOf<OperationCanceledException>());
        }

        Assert.That(Numbers(await Played(page, "2016-08-20"), "events"), Is.Not.Empty);
    }

    [Test]
    public async Task Every_place_in_which_somebody_stays_has_a_box_on_the_picture()
    {
        var day = await Played(await NewPage(), Day);
        var boxes = day.GetProperty("boxes").EnumerateArray().ToList();
        var frames = boxes.ConvertAll(box => Frame(box));
        Assert.That(frames.SelectMany((one, at) => frames.Skip(at + 1).Where(other => Overlap(one, other))), Is.Empty);
        foreach (var stage in day.GetProperty("stages").EnumerateArray())
        {
            var box = boxes[stage.GetProperty("box").GetInt32()];
            Assert.That(box.GetProperty("kind").GetString(), Is.EqualTo("stage"));
            var frame = Frame(box);
            Assert.That(frame[0] + frame[2], Is.LessThanOrEqualTo(day.GetProperty("width").GetDouble()));
            Assert.That(frame[1] + frame[3], Is.LessThanOrEqualTo(day.GetProperty("height").GetDouble()));
        }
    }

    /// <summary>The page's day is the log's, step by step and in its order, but for steps that move nobody.</summary>
    private async Task<JsonElement> DemandLogged(string page, ServedSystem at, string folder, string scenario, params string[] asked)
    {
        var log = Path.Combine(folder, "log.csv");
        var typed = TypedCommand.Run([.. asked, "--system", at.System, "--days", "56", "--replications", "1", "--quick", "--trace", log,
            "--trace-window", $"{Day}..2016-07-21", "--out", Path.Combine(folder, "r")]);
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        var day = await Played(page, Day);
        var rows = (await File.ReadAllLinesAsync(log)).Skip(1).Select(line => line.Split(',')).Where(row => row[11] == scenario).ToList();
        Assert.That(Told(day), Is.EqualTo(rows.Where(row => row[2] is not ("present" or "release" or "delay-begin" or "delay-end")).Select(Logged)).And.Not.Empty);
        var present = rows.Where(row => row[2] == "present").Select(row => $"{row[0]} {At(row)} {row[7]} {row[8]}");
        Assert.That(ThereAtMidnight(day), Is.EquivalentTo(present).And.Not.Empty);
        return day;
    }

    private static IEnumerable<string> Told(JsonElement day) => Numbers(day, "events").Chunk(Row).Select(step =>
    {
        var kind = Kind(day, step[2]);
        var where = kind switch
        {
            "arrive" => Title(day, "streams", Numbers(day, "patients")[(int)(2 * step[1])]),
            "leave" => Title(day, "exits", step[3]),
            _ => Title(day, "stages", step[3]),
        };
        return $"{Patient(day, step[1])} {kind} {Clock(step[0])} {where}";
    });

    private static string Logged(string[] row) => $"{row[0]} {row[2]} {row[3]} {(row[2] == "leave" ? row[1].Replace('-', ' ') : At(row))}";

    private static IEnumerable<string> ThereAtMidnight(JsonElement day) => Numbers(day, "present").Chunk(Row).Select(row =>
        $"{Patient(day, row[0])} {Title(day, "stages", row[1])} {Clock(row[3])} {(row[4] == 2 ? "in service" : row[4] == 1 ? "waits for staff" : "waits for place")}");

    private static string At(string[] row) => row[2] == "arrive" ? Titles[row[9]] : Titles[row[10].Length > 0 ? $"{row[1]}@{row[10]}" : row[1]];

    private static double[] Frame(JsonElement box) => [.. box.GetProperty("box").EnumerateArray().Select(number => number.GetDouble())];

    private static bool Overlap(double[] one, double[] other) =>
        one[0] < other[0] + other[2] && other[0] < one[0] + one[2] && one[1] < other[1] + other[3] && other[1] < one[1] + one[3];

    private static int Waiting(JsonElement day) => Numbers(day, "present").Chunk(Row).Count(row => row[4] < 2);

    private static string Clock(long second) =>
        DateTime.ParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddSeconds(second).ToString("s", CultureInfo.InvariantCulture);

    private static string Kind(JsonElement day, long kind) => day.GetProperty("kinds")[(int)kind].GetString()!;

    private static string Title(JsonElement day, string table, long index) => day.GetProperty(table)[(int)index].GetProperty("title").GetString()!;

    private static string Patient(JsonElement day, long patient) => $"arrivals#{Numbers(day, "patients")[(int)((2 * patient) + 1)]}";

    private static long[] Numbers(JsonElement day, string name) => [.. day.GetProperty(name).EnumerateArray().Select(number => number.GetInt64())];

    private async Task<JsonElement> Played(string page, string date) =>
        JsonDocument.Parse(await Client.GetStringAsync($"{page}day.json?date={date}")).RootElement;
}
