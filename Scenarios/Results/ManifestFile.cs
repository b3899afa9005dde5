using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowSim.Scenarios.Results;

/// <summary>manifest.json: the properties of <see cref="RunFacts"/>.</summary>
internal static class ManifestFile
{
    public const string Name = "manifest.json";
    internal const string ProgramName = "FlowSim";

    public static void Write(Stream stream, RunFacts run) => ResultJson.Write(stream, run);

    /// <summary>True for a manifest that FlowSim wrote.</summary>
    internal static bool IsOurs(string path) => Read(path, IsOurs, false);

    /// <summary>True for a manifest that FlowSim wrote.</summary>
    internal static bool IsOurs(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("program", out var program)
        && program.ValueKind == JsonValueKind.String && program.ValueEquals(ProgramName);

    /// <summary>True while files take their names, and after a crash at that moment.</summary>
    internal static bool IsBeingWritten(string path) =>
        Read(path, root => root.TryGetProperty("being_written", out var flag) && flag.ValueKind == JsonValueKind.True && IsOurs(root), false);

    /// <summary>The files an earlier run lists; empty when there is none.</summary>
    internal static IReadOnlyList<string> FilesOf(string path) =>
        Read<IReadOnlyList<string>>(path, root => root.TryGetProperty("files", out var files)
            ? [.. files.EnumerateArray().Select(file => file.GetString() ?? "")]
            : [], []);

    /// <summary>The manifest at a path with more files in its list; nothing else is changed.</summary>
    internal static byte[] WithFiles(string path, IReadOnlyList<string> added)
    {
        var root = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        var files = root["files"] is JsonArray listed ? listed.Select(file => file?.GetValue<string>() ?? "").ToList() : [];
        root["files"] = new JsonArray([.. files.Union(added).Select(file => (JsonNode)file)]);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, ResultJson.Format))
        {
            root.WriteTo(json);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
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
