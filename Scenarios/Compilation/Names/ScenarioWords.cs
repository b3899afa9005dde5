using System.Runtime.CompilerServices;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>
/// What the scenarios of a system mention. A name that only a scenario reads is read; and in a system that a scenario has changed only what the
/// scenario itself has written is judged, since it may have taken away what read the rest.
/// </summary>
internal sealed class ScenarioWords
{
    /// <summary>Scenarios are read once; every date at which a scenario changes asks again.</summary>
    private static readonly ConditionalWeakTable<Dictionary<string, MapNode>, Mentioned> Known = [];

    private readonly Mentioned mentioned;
    private readonly bool isChanged;

    private ScenarioWords(Mentioned mentioned, bool isChanged)
    {
        this.mentioned = mentioned;
        this.isChanged = isChanged;
    }

    public static ScenarioWords Of(SystemFiles files) => new(Known.GetValue(files.Scenarios, Mentioned.In), files.IsChanged);

    /// <summary>True when some scenario mentions the word.</summary>
    public bool Mention(string word) => mentioned.Words.Contains(word);

    /// <summary>True when what stands there is to be judged: everything in a system as described, in a changed one what a scenario wrote.</summary>
    public bool IsJudged(SourceLocation where) => !isChanged || mentioned.Written.Contains(where);

    /// <summary>True for a name that may be reported as unread: it stands where names are judged, and no scenario mentions it.</summary>
    public bool MayBeUnread(string name, SourceLocation where) => IsJudged(where) && (isChanged || !Mention(name));

    /// <summary>Words of scenarios, and where they stand.</summary>
    private sealed class Mentioned
    {
        public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

        public HashSet<SourceLocation> Written { get; } = [];

        public static Mentioned In(Dictionary<string, MapNode> scenarios)
        {
            var found = new Mentioned();
            foreach (var scenario in scenarios.Values)
            {
                found.Add(scenario);
            }

            return found;
        }

        private void Add(Node node)
        {
            Written.Add(node.Where);
            switch (node)
            {
                case MapNode map:
                    foreach (var entry in map.Entries.Where(entry => !Names.Words.IsProse(entry)))
                    {
                        Written.Add(entry.KeyWhere);
                        Words.UnionWith(Names.Words.Of(entry.Key));
                        Add(entry.Value);
                    }

                    break;
                case ListNode list:
                    list.Items.ForEach(Add);
                    break;
                case ScalarNode scalar:
                    Words.UnionWith(Names.Words.Of(scalar.Text));
                    break;
            }
        }
    }
}
