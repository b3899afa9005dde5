using System.Security.Cryptography;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Asked;

/// <summary>
/// Reads scenarios from a file outside the system's folder: one, as in <c>scenarios/ID.yaml</c>, or several by name under <c>scenarios:</c>.
/// </summary>
internal static class ScenarioFileReader
{
    /// <summary>Sections that every system has: what has them is no scenario.</summary>
    private static readonly string[] OfSystems = [SystemKeys.RunKey.Name, SystemKeys.Stages.Name, SystemKeys.Streams.Name];

    /// <summary>True for what is meant as a file and not as an id.</summary>
    public static bool IsPath(string text) =>
        text.AsSpan().IndexOfAny('/', '\\') >= 0 || text.EndsWith(SystemFolder.Yaml, StringComparison.OrdinalIgnoreCase)
            || text.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a readable file that holds scenarios and no system.</summary>
    public static bool HoldsScenarios(string path)
    {
        if (!File.Exists(path) || OrdinaryFile.Read(path) is not { } bytes)
        {
            return false;
        }

        return YamlReader.Read(bytes, path, new ProblemList()) switch
        {
            ListNode => true,
            MapNode map => !OfSystems.Any(map.Has) && (map.Has(ScenarioEntries.Key) || new[] { ScenarioKeys.Id, ScenarioKeys.Changes, ScenarioKeys.Include }
                .Any(key => map.Has(key.Name))),
            _ => false,
        };
    }

    /// <summary>
    /// Adds the scenarios of a file to others; their ids and the file as the manifest names it, or null with the problems said. A file that is the system's
    /// own adds nothing.
    /// </summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static (IReadOnlyList<string> Ids, (string File, string Sha256) Input)? Read(string path, SystemFiles files,
        Dictionary<string, MapNode> scenarios, ProblemList problems)
    {
        var full = Path.GetFullPath(path);
        problems.Sources = problems.Sources.With(full);
        var known = scenarios.Where(pair => FullNameOf(pair.Value.Where.File, files) == full).Select(pair => pair.Key).ToList();
        if (OrdinaryFile.Read(path) is not { } bytes)
        {
            problems.Error(new SourceLocation(path, 0, 0), "", "an ordinary file", "a pipe, a device or a link to nothing");
            return null;
        }

        var ids = known.Count > 0 ? known : Add(YamlReader.Read(bytes, full, problems), full, scenarios, problems);
        return ids is null ? null : (ids, (InputOf(path), Convert.ToHexStringLower(SHA256.HashData(bytes))));
    }

    /// <summary>What a file is called among the inputs of a run.</summary>
    public static string InputOf(string path) => $"scenarios of {Path.GetFileName(path)}";

    private static List<string>? Add(Node? node, string full, Dictionary<string, MapNode> scenarios, ProblemList problems)
    {
        if (node is MapNode system && OfSystems.Any(system.Has))
        {
            problems.Error(system.Where, "", ScenarioKeys.Scenario.Expected, "a system", "To compare the scenarios of a system of your own, write --system and its path.");
            return null;
        }

        if (node is not MapNode map || !map.Has(ScenarioEntries.Key))
        {
            var id = Path.GetFileNameWithoutExtension(full);
            return ScenarioEntries.Add(scenarios, id, node, problems) ? [id] : null;
        }

        foreach (var other in map.Entries.Where(entry => entry.Key != ScenarioEntries.Key))
        {
            problems.Error(other.KeyWhere, other.Key, "nothing beside \"scenarios:\" in a file of several scenarios", other.Key);
        }

        if (map[ScenarioEntries.Key] is not MapNode several)
        {
            problems.Error(map.Where, ScenarioEntries.Key, ScenarioEntries.ExpectedMap, map[ScenarioEntries.Key]!.Kind);
            return null;
        }

        var added = several.Entries.ConvertAll(entry => ScenarioEntries.Add(scenarios, entry.Key, entry.Value, problems));
        return added.TrueForAll(isSound => isSound) ? several.Entries.ConvertAll(entry => entry.Key) : null;
    }

    /// <summary>Files of a folder are named relative to it, others by their full path; those of the library have none.</summary>
    private static string FullNameOf(string file, SystemFiles files)
    {
        if (Path.IsPathRooted(file))
        {
            return file;
        }

        var folder = Directory.Exists(files.Name) ? files.Name : Path.GetDirectoryName(Path.GetFullPath(files.Name))!;
        return SystemReader.IsOfLibrary(files.Name) ? "" : Path.GetFullPath(Path.Combine(folder, file));
    }
}
