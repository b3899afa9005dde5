using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results;

/// <summary>manifest.json.</summary>
public static class ManifestFile
{
    public const string Name = "manifest.json";
    internal const string ProgramName = "FlowSim";

    /// <summary>How the beginning of a run is written, with the offset of the machine's clock.</summary>
    internal const string StartFormat = "yyyy-MM-ddTHH:mm:sszzz";

    private static readonly JsonWriterOptions Format = new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the manifest: two spaces, LF, UTF-8 without a byte order mark.</summary>
    public static void Write(Stream stream, Manifest manifest)
    {
        using (var json = new Utf8JsonWriter(stream, Format))
        {
            json.WriteStartObject();
            WriteWhat(json, manifest);
            WriteTime(json, manifest.Measured);
            WriteSpinUp(json, manifest.SpinUpChanges);
            WriteList(json, "notes", manifest.Notes);
            WriteCost(json, manifest.Cost);
            json.WriteBoolean("complete", manifest.Complete);
            if (manifest.IsBeingWritten)
            {
                json.WriteBoolean("being_written", true);
            }

            WriteList(json, "files", manifest.Files);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>True for a manifest that FlowSim wrote.</summary>
    internal static bool IsOurs(string path) => Read(path, root => root.TryGetProperty("program", out var program) && program.ValueEquals(ProgramName), false);

    /// <summary>True while files take their names, and after a crash at that moment.</summary>
    internal static bool IsBeingWritten(string path) =>
        Read(path, root => root.TryGetProperty("being_written", out var flag) && flag.ValueKind == JsonValueKind.True && root.TryGetProperty("program", out var program) && program.ValueEquals(ProgramName), false);

    /// <summary>The files an earlier run lists; empty when there is none.</summary>
    internal static IReadOnlyList<string> FilesOf(string path) =>
        Read<IReadOnlyList<string>>(path, root => root.TryGetProperty("files", out var files) ? [.. files.EnumerateArray().Select(file => file.GetString() ?? "")] : [], []);

    /// <summary>The manifest at a path with more files in its list; nothing else is changed.</summary>
    internal static byte[] WithFiles(string path, IReadOnlyList<string> added)
    {
        var root = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        var files = root["files"] is JsonArray listed ? listed.Select(file => file?.GetValue<string>() ?? "").ToList() : [];
        root["files"] = new JsonArray([.. files.Union(added).Select(file => (JsonNode)file)]);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Format))
        {
            root.WriteTo(json);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteWhat(Utf8JsonWriter json, Manifest manifest)
    {
        json.WriteString("program", ProgramName);
        json.WriteString("version", manifest.Program.Version);
        json.WriteString("commit", manifest.Program.Commit);
        json.WriteString("command", manifest.Command);
        json.WriteString("system", manifest.System);
        WriteList(json, "scenarios", manifest.Scenarios);
        json.WriteString("input_sha256", manifest.InputHash);
        json.WriteStartArray("inputs");
        foreach (var (file, sha256) in manifest.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteString("sha256", sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("seed", manifest.Seed);
        json.WriteNumber("replications", manifest.Replications);
        json.WriteNumber("replications_planned", manifest.ReplicationsPlanned);
        json.WriteStartObject("replications_by_scenario");
        foreach (var (scenario, replications) in manifest.Finished)
        {
            json.WriteNumber(scenario, replications);
        }

        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, MeasuredTime measured)
    {
        json.WriteString("measured_from", measured.From);
        json.WriteString("measured_to", measured.To);
        json.WriteNumber("days", measured.Days);
        json.WriteNumber("warm_up_days", measured.WarmUpDays);
        json.WriteString("warm_up_method", measured.WarmUpMethod);
    }

    private static void WriteSpinUp(Utf8JsonWriter json, IReadOnlyList<SpinUpChange> changes)
    {
        json.WriteStartArray("spin_up_change");
        foreach (var change in changes.Where(change => change.N > 0))
        {
            json.WriteStartObject();
            json.WriteString("measure", change.Measure);
            json.WriteString("place", change.Place);
            json.WriteString("group", change.Group);
            json.WriteString("unit", change.Unit);
            json.WriteNumber("n", change.N);
            json.WriteNumber("year_before", change.Earlier);
            json.WriteNumber("last_year", change.Last);
            json.WriteNumber("change", change.Change);
            WriteDefined(json, "lower95", change.Lower95);
            WriteDefined(json, "upper95", change.Upper95);
            WriteDefined(json, "lower90", change.Lower90);
            WriteDefined(json, "upper90", change.Upper90);
            json.WriteNumber("settled_within", change.Bound);
            json.WriteString("verdict", VerdictOf(change.Verdict));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string VerdictOf(SettledVerdict verdict) => verdict switch
    {
        SettledVerdict.Settled => "settled",
        SettledVerdict.NotSettled => "not settled",
        _ => "cannot be told",
    };

    private static void WriteDefined(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteCost(Utf8JsonWriter json, RunCost cost)
    {
        json.WriteNumber("threads", cost.Threads);
        json.WriteString("start", cost.Start.ToString(StartFormat, CultureInfo.InvariantCulture));
        json.WriteNumber("duration_s", Math.Round(cost.Duration.TotalSeconds, 3));
        json.WriteNumber("events", cost.Events);
        json.WriteNumber("events_per_second_per_thread", Math.Round(cost.EventsPerSecondPerThread));
        json.WriteNumber("peak_memory_mb", Math.Round(cost.PeakMemory / 1e6, 1));
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }

    private static T Read<T>(string path, Func<JsonElement, T> read, T otherwise)
    {
        if (!File.Exists(path))
        {
            return otherwise;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : otherwise;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return otherwise;
        }
    }
}
