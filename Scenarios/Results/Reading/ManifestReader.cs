using System.Globalization;
using System.Text.Json;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results.Reading;

/// <summary>What a manifest says, and the files it lists.</summary>
internal sealed record ManifestContent(RunFacts Run, IReadOnlyList<string> Files);

/// <summary>Reads manifest.json.</summary>
internal static class ManifestReader
{
    // Far more than any run: ten thousand years.
    private const double MostDays = 3_652_500;
    private const double MostSeconds = MostDays * 24 * 60 * 60;

    /// <param name="bytes">The file.</param>
    /// <param name="file">Its path as the user knows it.</param>
    /// <param name="folder">The folder it lies in.</param>
    /// <exception cref="ResultFolderException">It is not FlowSim's, or a run has not finished writing the folder.</exception>
    /// <exception cref="ResultContentException">It is damaged.</exception>
    public static ManifestContent Read(byte[] bytes, string file, string folder)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return Read(new JsonFields(document.RootElement, file, ""), folder);
        }
        catch (JsonException failure)
        {
            throw ContentProblem.At(file, (int)(failure.LineNumber ?? 0) + 1, "", "a JSON document", failure.Message.Split(" LineNumber:")[0], cause: failure);
        }
        catch (InvalidOperationException failure)
        {
            throw ContentProblem.At(file, 0, "", "text in UTF-8", failure.Message, cause: failure);
        }
    }

    private static ManifestContent Read(JsonFields json, string folder)
    {
        if (json.TextOrEmpty("program") != ManifestFile.ProgramName)
        {
            throw new ResultFolderException($"{folder} holds no results of FlowSim: its {ManifestFile.Name} is another program's. Name a folder that 'flowsim compare' or 'flowsim run' has written");
        }

        if (json.FlagOr("being_written", false))
        {
            throw new ResultFolderException($"{folder} holds no finished results: a run is putting its files in place, or was stopped while it did. Wait for it, or run again: {json.Text("command")}");
        }

        return new ManifestContent(RunOf(json), json.Texts("files"));
    }

    private static RunFacts RunOf(JsonFields json) =>
        new()
        {
            Program = new ProgramVersion(json.Text("version"), json.Text("commit")),
            Command = json.Text("command"),
            System = json.Text("system"),
            Scenarios = Scenarios(json),
            Seed = json.Seed("seed"),
            Replications = json.Whole("replications"),
            ReplicationsPlanned = json.Whole("replications_planned"),
            ReplicationsByScenario = json.WholeByName("replications_by_scenario"),
            InputHash = json.Text("input_sha256"),
            Inputs = [.. json.List("inputs").Select(input => (input.Text("file"), input.Text("sha256")))],
            Measured = new MeasuredTime(json.Date("measured_from"), json.Date("measured_to"), json.Length("days", MostDays), json.Length("warm_up_days", MostDays), json.Text("warm_up_method")),
            SpinUpChanges = [.. json.List("spin_up_change").Select(SpinUpChangeOf)],
            Notes = json.Has("notes") ? json.Texts("notes") : [],
            Cost = CostOf(json),
            Complete = json.Flag("complete"),
        };

    private static IReadOnlyList<string> Scenarios(JsonFields json)
    {
        var ids = json.Texts("scenarios");
        return ids.CountBy(id => id).FirstOrDefault(entry => entry.Value > 1).Key is { } twice ? throw json.Problem("scenarios", "each scenario once", $"{twice} more than once")
            : ids.Count == 0 ? throw json.Problem("scenarios", "at least one scenario", "none")
            : ids;
    }

    private static SpinUpChange SpinUpChangeOf(JsonFields json)
    {
        var n = json.Whole("n");
        return new SpinUpChange
        {
            Measure = json.Text("measure"),
            Place = json.Text("place"),
            Group = json.Text("group"),
            Unit = json.Text("unit"),
            N = n,
            Earlier = json.Number("year_before"),
            Last = json.Number("last_year"),

            Bound = json.Has("settled_within") ? json.Number("settled_within") : double.NaN,

            // The file has the interval; the standard error is half its width ÷ the quantile of t.
            StandardError = (json.NumberOrNaN("upper95") - json.NumberOrNaN("lower95")) / 2 / Sample.HalfWidth(n, Math.Sqrt(n)),
        };
    }

    private static RunCost CostOf(JsonFields json)
    {
        var start = json.Text("start");
        return DateTimeOffset.TryParseExact(start, ManifestFile.StartFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var when)
            ? new RunCost(json.Whole("threads"), when, TimeSpan.FromSeconds(json.Length("duration_s", MostSeconds)), (long)json.Number("events"), (long)(json.Number("peak_memory_mb") * 1e6))
            : throw json.Problem("start", "a date and time, such as 2017-04-01T09:00:00+00:00", start);
    }
}
