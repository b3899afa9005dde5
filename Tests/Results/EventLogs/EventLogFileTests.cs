using System.Globalization;
using FlowSim.Cli.Running;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Results.EventLogs;

/// <summary>What an event log looks like, and what it leaves as it is (docs/event-log.md).</summary>
public sealed class EventLogFileTests
{
    private const string Own = "case,activity,lifecycle,timestamp,resource,holds,visit,since,outcome,stream,place,scenario,replication";

    /// <summary>In the order in which the documents named in docs/event-log.md have them; then our own.</summary>
    [TestCase("flowsim", Own + ",site,age,attribute.stream,minutes")]
    [TestCase("vidigi", "entity_id,event_type,event,time,pathway,run_number,timestamp,resource_id,scenario,pool,site,age,stream,minutes")]
    [TestCase("bupar", "case_id,activity_id,activity_instance_id,lifecycle_id,timestamp,resource_id,place,stream,scenario,replication,site,age,attribute.stream,minutes")]
    [TestCase("pm4py",
        "case:concept:name,concept:name,concept:instance,lifecycle:transition,time:timestamp,org:resource,place,case:stream,case:scenario,case:replication,site,age,stream,minutes")]
    public void Each_format_has_its_columns_in_their_order(string format, string columns)
    {
        using var hospital = new HospitalLog();
        var log = Write(hospital, "--trace-format", format);
        Assert.That(File.ReadLines(log).First(), Is.EqualTo(columns));
    }

    [TestCase("flowsim", "timestamp since", "visit replication minutes", "")]
    [TestCase("vidigi", "timestamp", "run_number resource_id minutes", "time")]
    [TestCase("bupar", "timestamp", "activity_instance_id replication minutes", "")]
    [TestCase("pm4py", "time:timestamp", "concept:instance case:replication minutes", "")]
    public void A_Parquet_file_has_the_same_rows_with_types(string format, string times, string wholes, string numbers)
    {
        using var hospital = new HospitalLog();
        var csv = HospitalLog.Read(Write(hospital, "--trace-format", format));
        var parquet = hospital.File("log.parquet");
        Run(hospital, parquet, "--trace-format", format);
        using var stream = File.OpenRead(parquet);
        using var reader = new OpenedParquet(stream);
        Assert.That(reader.Of.Schema.DataFields.Select(field => field.Name), Is.EqualTo(csv[0].Keys));
        foreach (var field in reader.Of.Schema.DataFields)
        {
            var expected = times.Split(' ').Contains(field.Name) ? typeof(DateTime)
                : wholes.Split(' ').Contains(field.Name) ? typeof(int)
                : numbers.Split(' ').Contains(field.Name) ? typeof(double)
                : typeof(ReadOnlyMemory<char>);
            Assert.That(field.ClrType, Is.EqualTo(expected), field.Name);
            Assert.That(reader.Column(field.Name).ConvertAll(TextOf), Is.EqualTo(csv.ConvertAll(row => row[field.Name])), field.Name);
        }
    }

    [Test]
    public void The_events_of_vidigi_begin_with_an_arrival_and_end_with_a_departure_and_no_unit_is_used_twice_at_once()
    {
        using var hospital = new HospitalLog("starts: 2024-02-21, warm_up: 40 d");
        var rows = HospitalLog.Read(Write(hospital, "--trace-format", "vidigi"));
        Assert.That(rows.Select(row => row["event_type"]).Distinct(), Is.EquivalentTo(new[] { "arrival_departure", "queue", "resource_use", "resource_use_end" }));
        Assert.That(rows.Where(row => row["event_type"] == "arrival_departure").Select(row => row["event"]).Distinct(), Is.EquivalentTo(new[] { "arrival", "depart" }));
        Assert.That(rows.GroupBy(row => row["entity_id"]).All(one => one.First()["event"] == "arrival" && one.Count(row => row["event"] == "arrival") == 1));
        Assert.That(rows.Where(row => row["event_type"] == "resource_use").All(row => row["resource_id"] is not ("" or "0")));
        Assert.That(double.Parse(rows[0]["time"], CultureInfo.InvariantCulture), Is.Zero, "time counts from the beginning of the log");
        var inUse = new HashSet<(string, string)>();
        foreach (var row in rows.Where(row => row["pool"].StartsWith("doctor", StringComparison.Ordinal)))
        {
            var unit = (row["pool"], row["resource_id"]);
            Assert.That(row["event_type"] == "resource_use" ? inUse.Add(unit) : inUse.Remove(unit), $"{unit} at {row["timestamp"]}");
            Assert.That(row["resource_id"], Is.EqualTo("1").Or.EqualTo("2"), "there are two doctors");
        }
    }

    [TestCase("bupar", "case_id", "activity_id", "activity_instance_id", "lifecycle_id", "abort_activity")]
    [TestCase("pm4py", "case:concept:name", "concept:name", "concept:instance", "lifecycle:transition", "withdraw")]
    public void An_activity_is_of_one_patient_and_one_stage(string format, string patient, string activity, string instance, string lifecycle, string givenUp)
    {
        using var hospital = new HospitalLog();
        var rows = HospitalLog.Read(Write(hospital, "--trace-format", format, "--trace-replications", "1-2"));
        Assert.That(rows.GroupBy(row => row[instance]).All(one => one.Select(row => (row[patient], row[activity])).Distinct().Count() == 1));
        Assert.That(rows.Select(row => row[lifecycle]).Distinct(), Is.EquivalentTo(new[] { "schedule", "assign", "start", "complete", givenUp }));
        Assert.That(rows.Select(row => row[activity]).Distinct(), Is.EquivalentTo(new[] { "arrival", "ed", "ward", "leave", "gone" }));
        Assert.That(rows.Select(row => row[patient].Split('/')[1]).Distinct(), Is.EqualTo(new[] { "1", "2" }), "cases of two replications are two");
    }

    [Test]
    public void A_log_changes_no_byte_of_the_results_and_does_not_depend_on_threads()
    {
        using var hospital = new HospitalLog();
        Assert.That(hospital.Run("--threads", "1", "--distributions").Exit, Is.Zero);
        var before = Results(hospital);
        var one = File.ReadAllBytes(Write(hospital, "--threads", "1", "--distributions", "--trace-replications", "2,1"));
        Assert.That(Results(hospital), Is.EqualTo(before));
        Assert.That(File.ReadAllBytes(Write(hospital, "--threads", "2", "--trace-replications", "1-2")), Is.EqualTo(one));
        Assert.That(Directory.EnumerateFiles(hospital.Folder, ".flowsim-*"), Is.Empty, "nothing is left beside it");
    }

    [Test]
    public void Scenarios_that_branch_have_the_same_results_with_and_without_a_log()
    {
        using var system = new FlowFile("""
            system: clinic
            run: { starts: 2024-01-01, branch: 2024-03-01, lasts: 40 d, begin: empty, replications: 2 }
            pools: { doctor: { kind: staff, capacity: 2 } }
            streams: { patients: { to: consult, rate: 40 per d }, clinic: { to: consult, schedule: { at: Mon-Sun 00:00, count: 2 } } }
            stages: { consult: { staff: doctor, time: exponential mean 1 h, then: leave } }
            scenarios:
              now: [ { add: pools.doctor.capacity, by: 1 } ]
              later: { changes: [ { add: pools.doctor.capacity, by: 1, from: 2024-03-20 } ] }
            """);
        string[] compare = ["compare", "now", "later", "--system", system.Path, "--out", system.Results, "--force", "--quiet", "--distributions", "--draws", "0"];
        Assert.That(TypedCommand.Run(compare).Exit, Is.Zero);
        var before = Results(system.Results);
        var log = Path.Combine(Path.GetDirectoryName(system.Path)!, "log.csv");
        var typed = TypedCommand.Run([.. compare, "--trace", log]);
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(Results(system.Results), Is.EqualTo(before));
        var rows = HospitalLog.Read(log);
        Assert.That(rows.Select(row => row["scenario"]).Distinct(), Is.EqualTo(new[] { "baseline", "now", "later" }));

        // The second of the branch belongs to every scenario, though it has happened in the spin-up.
        var arrivals = rows.Where(row => row["lifecycle"] == "arrive" && row["timestamp"] == "2024-03-01T00:00:00").GroupBy(row => row["scenario"]);
        Assert.That(arrivals.Select(one => one.Count()), Is.EqualTo(new[] { 2, 2, 2 }));
    }

    [Test]
    public void A_window_has_who_was_there_and_what_happened_in_it()
    {
        using var hospital = new HospitalLog();
        var all = HospitalLog.Read(Write(hospital));
        var part = HospitalLog.Read(Write(hospital, "--trace-window", "2024-04-11..2024-04-13"));
        Assert.That(File.ReadAllText(Write(hospital, "--trace-window", "10..12")), Is.EqualTo(File.ReadAllText(hospital.File("log.csv"))));
        var within = all.FindAll(row => row["timestamp"].CompareTo("2024-04-11") >= 0 && row["timestamp"].CompareTo("2024-04-13") < 0);
        Assert.That(part.FindAll(row => row["lifecycle"] != "present").ConvertAll(row => string.Join(',', row.Values)),
            Is.EqualTo(within.ConvertAll(row => string.Join(',', row.Values))));
        var gone = all.Where(row => row["lifecycle"] == "leave" && row["timestamp"].CompareTo("2024-04-11") < 0).Select(row => row["case"]).ToHashSet();
        var here = all.Where(row => row["lifecycle"] == "arrive" && row["timestamp"].CompareTo("2024-04-11") < 0).Select(row => row["case"]).Where(one => !gone.Contains(one));
        var present = part.FindAll(row => row["lifecycle"] == "present");
        Assert.That(present.ConvertAll(row => row["case"]), Is.EquivalentTo(here));
        Assert.That(present.Select(row => row["timestamp"]).Distinct(), Is.EqualTo(new[] { "2024-04-11T00:00:00" }));
        Assert.That(present.Select(row => row["outcome"]).Distinct(), Is.SubsetOf(new[] { "in service", "waits for place", "waits for staff" }));
    }

    [Test]
    public void Without_dates_times_are_seconds_since_the_start()
    {
        using var hospital = new HospitalLog("starts: Mon 00:00, warm_up: 2 d");
        var rows = HospitalLog.Read(Write(hospital));
        Assert.That(rows[0]["timestamp"], Is.EqualTo("172800"));
        var mining = HospitalLog.Read(Write(hospital, "--trace-format", "pm4py"));
        Assert.That(mining[0]["time:timestamp"], Does.Match("^[0-9]{4}-[0-9]{2}-[0-9]{2}T"), "process mining takes dates alone");
    }

    private static string Write(HospitalLog hospital, params string[] more)
    {
        var log = hospital.File("log.csv");
        Run(hospital, log, more);
        return log;
    }

    private static void Run(HospitalLog hospital, string log, params string[] more)
    {
        var typed = hospital.Run(["--trace", log, .. more]);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Done), typed.Error);
    }

    private static Dictionary<string, string> Results(HospitalLog hospital) => Results(hospital.Results);

    /// <summary>All files but those that tell the time and the command.</summary>
    private static Dictionary<string, string> Results(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is not ("manifest.json" or "report.html"))
            .ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText);

    private static string TextOf(object? cell) => cell switch
    {
        null => "",
        DateTime time => time.ToString("s", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString()!,
    };
}
