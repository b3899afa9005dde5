using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Numbers;

/// <summary>Which parts of the system read a table, a roster or a calendar.</summary>
internal sealed class TableReaders
{
    /// <summary>Before the name of a table of hours inside a time: <c>until next drawn discharge-hour</c>.</summary>
    private const string Drawn = "drawn";

    private readonly Dictionary<(string Section, string Name), List<NumberUse>> readers = [];

    public TableReaders(IEnumerable<WrittenLeaf> leaves, IEnumerable<string> calendars)
    {
        var hours = calendars.Select(name => name.Split('@')[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var leaf in leaves)
        {
            var words = leaf.Text.Split([' ', '(', ')', '&', '@'], StringSplitOptions.RemoveEmptyEntries);
            switch (leaf.Keys[^1])
            {
                case "table":
                    Add(SystemFolder.Tables, leaf.Text, leaf.Use);
                    break;
                case "roster":
                    Add(SystemFolder.Rosters, leaf.Text, leaf.Use);
                    break;
                case "file" or "observed":
                    Add(SystemFolder.Tables, Path.GetFileNameWithoutExtension(leaf.Text), leaf.Use);
                    break;
                default:
                    foreach (var word in words.Where(hours.Contains))
                    {
                        Add("calendars", word, leaf.Use);
                    }

                    if (Array.IndexOf(words, Drawn) is >= 0 and var at && at + 1 < words.Length)
                    {
                        Add(SystemFolder.Tables, words[at + 1], leaf.Use);
                    }

                    break;
            }
        }
    }

    /// <summary>The parts that read it, in written order; none if none does.</summary>
    /// <param name="section"><c>tables</c>, <c>rosters</c> or <c>calendars</c>.</param>
    /// <param name="name">Name, of a calendar without its instance.</param>
    public IReadOnlyList<NumberUse> Of(string section, string name) => readers.TryGetValue((section, name), out var uses) ? uses : [];

    private void Add(string section, string name, NumberUse use)
    {
        if (!readers.TryGetValue((section, name), out var uses))
        {
            readers[(section, name)] = uses = [];
        }

        if (!uses.Contains(use))
        {
            uses.Add(use);
        }
    }
}
