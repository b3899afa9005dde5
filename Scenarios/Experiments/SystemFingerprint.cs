using System.Security.Cryptography;
using System.Text;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Kernel;

namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// A hash of everything that a spin-up depends on beside seed and replication: the description without its scenarios and questions, its tables and rosters,
/// what the command line says of the run, and the program itself.
/// </summary>
internal static class SystemFingerprint
{
    /// <summary>Sections that say what is done with a system, not what it is.</summary>
    private static readonly string[] Beside =
    [
        SystemKeys.Scenarios.Name, SystemKeys.Compare.Name, SystemKeys.Levers.Name, SystemKeys.Optimise.Name, SystemKeys.Fit.Name,
    ];

    /// <summary>The hash; null where months are as recorded, which is not told apart here.</summary>
    public static string? Of(SystemFiles files, RunOverrides overrides)
    {
        if (overrides.Recorded is not null)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text)
        {
            hash.AppendData(BitConverter.GetBytes(text.Length));
            hash.AppendData(Encoding.UTF8.GetBytes(text));
        }

        Add(typeof(Replication).Module.ModuleVersionId.ToString());
        Add(typeof(SystemFingerprint).Module.ModuleVersionId.ToString());
        Add(FormattableString.Invariant($"{overrides.Years} {overrides.Days} {overrides.WarmUp} {overrides.LeavesOutDistributions} {string.Join(' ', overrides.Demands)}"));
        Add(overrides.OnlyMeasures is { } only ? $"only {string.Join(' ', only)}" : "all measures");
        foreach (var entry in files.Root.Entries.Where(entry => !Beside.Contains(entry.Key)))
        {
            Add(entry.Key);
            Node(entry.Value, Add);
        }

        foreach (var (name, table) in files.Tables.Select(pair => ("table " + pair.Key, pair.Value)).Concat(files.Rosters.Select(pair => ("roster " + pair.Key, pair.Value)))
            .OrderBy(pair => pair.Item1, StringComparer.Ordinal))
        {
            Add(name);
            Array.ForEach(table.Columns, Add);
            foreach (var row in table.Rows)
            {
                Array.ForEach([.. row.Cells], Add);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Node(Node node, Action<string> add)
    {
        switch (node)
        {
            case MapNode map:
                add("map " + map.Entries.Count);
                foreach (var entry in map.Entries)
                {
                    add(entry.Key);
                    Node(entry.Value, add);
                }

                break;
            case ListNode list:
                add("list " + list.Items.Count);
                foreach (var item in list.Items)
                {
                    Node(item, add);
                }

                break;
            case ScalarNode scalar:
                add(scalar.Quoted ? "quoted" : "plain");
                add(scalar.Text);
                break;
        }
    }
}
