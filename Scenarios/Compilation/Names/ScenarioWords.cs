using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>
/// What the scenarios of a system mention. A name that only a scenario reads is read; and in a system that a scenario has changed only what the
/// scenario itself has written is judged, since it may have taken away what read the rest.
/// </summary>
internal sealed class ScenarioWords
{
    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly HashSet<SourceLocation> written = [];
    private readonly bool isChanged;

    private ScenarioWords(bool isChanged) => this.isChanged = isChanged;

    public static ScenarioWords Of(SystemFiles files)
    {
        var found = new ScenarioWords(files.IsChanged);
        foreach (var scenario in files.Scenarios.Values)
        {
            found.Add(scenario);
        }

        return found;
    }

    /// <summary>True when some scenario mentions the word.</summary>
    public bool Mention(string word) => words.Contains(word);

    /// <summary>True when what stands there is to be judged: everything in a system as described, in a changed one what a scenario wrote.</summary>
    public bool IsJudged(SourceLocation where) => !isChanged || written.Contains(where);

    /// <summary>True for a name that may be reported as unread: it stands where names are judged, and no scenario mentions it.</summary>
    public bool MayBeUnread(string name, SourceLocation where) => IsJudged(where) && (isChanged || !Mention(name));

    private void Add(Node node)
    {
        written.Add(node.Where);
        switch (node)
        {
            case MapNode map:
                foreach (var entry in map.Entries.Where(entry => !Words.IsProse(entry.Key)))
                {
                    written.Add(entry.KeyWhere);
                    words.UnionWith(Words.Of(entry.Key));
                    Add(entry.Value);
                }

                break;
            case ListNode list:
                list.Items.ForEach(Add);
                break;
            case ScalarNode scalar:
                words.UnionWith(Words.Of(scalar.Text));
                break;
        }
    }
}
