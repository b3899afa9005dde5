using System.Text;
using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Asked;

/// <summary>
/// A scenario that is made change by change: each step gives a new one, so that the one before can be taken again. Its text is the file that a command reads.
/// </summary>
public sealed class EditedScenario
{
    /// <summary>Where its parts stand.</summary>
    private const string File = "the page";

    private static readonly SourceLocation Where = new(File, 0, 0);

    private readonly MapNode root;

    private EditedScenario(MapNode root) => this.root = root;

    /// <summary>Its title; empty: none.</summary>
    public string Title => TextOf(ValueKeys.Title);

    /// <summary>Ids of scenarios whose changes come first.</summary>
    public IReadOnlyList<string> Include => root[ScenarioKeys.Include.Name] switch
    {
        ListNode list => list.Items.ConvertAll(item => item.ToString() ?? ""),
        ScalarNode one => [one.Text],
        _ => [],
    };

    /// <summary>True where it changes nothing and includes nothing.</summary>
    public bool IsEmpty => Changes.Count == 0 && Include.Count == 0;

    /// <summary>Its own changes, as many as <see cref="Words"/> has.</summary>
    public int Count => Changes.Count;

    /// <summary>The text of its file.</summary>
    public string Text => ScenarioFile.Text(root);

    /// <summary>What it costs, line by line, in words.</summary>
    public IReadOnlyList<string> Costs => ListIn(root, ScenarioKeys.Investments).ConvertAll(CostWords);

    private List<Node> Changes => ListIn(root, ScenarioKeys.Changes);

    /// <summary>One without changes.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="include">Scenarios whose changes come first.</param>
    public static EditedScenario Of(string title, IReadOnlyList<string> include)
    {
        var root = new MapNode(Where);
        root.Set(ValueKeys.Title.Name, Quoted(title));
        if (include.Count > 0)
        {
            root.Set(ScenarioKeys.Include.Name, new ListNode(Where, [.. include.Select(Quoted)]));
        }

        root.Set(ScenarioKeys.Changes.Name, new ListNode(Where, []));
        return new EditedScenario(root);
    }

    /// <summary>One from a file; null, with the problems said, where it is none.</summary>
    /// <param name="text">The bytes of the file.</param>
    /// <param name="name">What it is called, for problems and where it has no title.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static EditedScenario? Read(byte[] text, string name, ProblemList problems)
    {
        var node = YamlReader.Read(text, name, problems);
        if (node is ListNode changes)
        {
            node = new MapNode(Where, [new MapEntry(ScenarioKeys.Changes.Name, Where, changes)]);
        }

        if (node is not MapNode map || !new[] { ScenarioKeys.Id, ScenarioKeys.Changes, ScenarioKeys.Include }.Any(key => map.Has(key.Name)))
        {
            if (!problems.HasErrors)
            {
                problems.Error(new SourceLocation(name, 1, 1), "", ScenarioKeys.Scenario.Expected, node?.Kind ?? "nothing");
            }

            return null;
        }

        var root = (MapNode)map.Clone();
        root.Remove(ScenarioKeys.Id.Name);
        if (!root.Has(ValueKeys.Title.Name))
        {
            root.Entries.Insert(0, new MapEntry(ValueKeys.Title.Name, Where, Quoted(name)));
        }

        foreach (var key in new[] { ScenarioKeys.Changes, ScenarioKeys.Investments })
        {
            if (root[key.Name] is MapNode one)
            {
                root.Set(key.Name, new ListNode(Where, [one]));
            }
        }

        return new EditedScenario(root);
    }

    /// <summary>With another title.</summary>
    public EditedScenario Titled(string title) => Edit(copy => copy.Set(ValueKeys.Title.Name, Quoted(title)));

    /// <summary>With all that another scenario changes, which comes first; each once.</summary>
    public EditedScenario Including(string id) => Edit(copy => copy.Set(ScenarioKeys.Include.Name,
        new ListNode(Where, [.. Include.Append(id).Distinct().Select(Quoted)])));

    /// <summary>With one change more, the last. One that sets takes the place of all earlier ones of the same number from the same day on.</summary>
    /// <param name="set">The change.</param>
    /// <param name="from">Day from which it holds; empty: from the branch.</param>
    /// <param name="reason">Why.</param>
    public EditedScenario With(SetText set, string from, string reason) => Edit(copy =>
    {
        var change = new MapNode(Where);
        change.Set(set.Verb, Quoted(set.Path));
        change.Set((set.Verb == ScenarioKeys.Set.Name ? ScenarioKeys.To : ScenarioKeys.By).Name, Value(set.Value));
        if (from.Length > 0)
        {
            change.Set(ScenarioKeys.From.Name, Quoted(from));
        }

        change.Set(ScenarioKeys.Reason.Name, Quoted(reason));
        var list = ListOf(copy, ScenarioKeys.Changes);
        if (set.Verb == ScenarioKeys.Set.Name)
        {
            list.RemoveAll(other => IsOf(other, set.Path, from));
        }

        list.Add(change);
    });

    /// <summary>Without its own changes of a number, from a day on.</summary>
    public EditedScenario WithoutAllOf(string path, string from) => Edit(copy =>
        ListOf(copy, ScenarioKeys.Changes).RemoveAll(other => IsOf(other, path, from)));

    /// <summary>Without a scenario that it includes.</summary>
    public EditedScenario Excluding(string id) => Edit(copy =>
    {
        string[] left = [.. Include.Where(one => one != id)];
        if (left.Length == 0)
        {
            copy.Remove(ScenarioKeys.Include.Name);
        }
        else
        {
            copy.Set(ScenarioKeys.Include.Name, new ListNode(Where, [.. left.Select(Quoted)]));
        }
    });

    /// <summary>Without a change of its own.</summary>
    /// <param name="index">From 0.</param>
    public EditedScenario Without(int index) => Edit(copy => ListOf(copy, ScenarioKeys.Changes).RemoveAt(index));

    /// <summary>With one more line of what it costs.</summary>
    /// <param name="line">What for.</param>
    /// <param name="partner">Who pays.</param>
    /// <param name="pounds">How much.</param>
    /// <param name="isYearly">Every year; else once.</param>
    /// <param name="priceYear">The year of its prices; empty: none is said.</param>
    public EditedScenario Costing(string line, string partner, string pounds, bool isYearly, string priceYear) => Edit(copy =>
    {
        var cost = new MapNode(Where);
        cost.Set(ScenarioKeys.Line.Name, Quoted(line));
        cost.Set(ScenarioKeys.Partner.Name, Quoted(partner));
        cost.Set((isYearly ? ScenarioKeys.PerYear : ScenarioKeys.Once).Name, Quoted(pounds));
        if (isYearly)
        {
            cost.Set(ScenarioKeys.Recurrent.Name, new ScalarNode("true", Where, quoted: false));
        }

        if (priceYear.Length > 0)
        {
            cost.Set(ScenarioKeys.PriceYear.Name, Quoted(priceYear));
        }

        ListOf(copy, ScenarioKeys.Investments).Add(cost);
    });

    /// <summary>Without a line of what it costs.</summary>
    /// <param name="index">From 0.</param>
    public EditedScenario WithoutCost(int index) => Edit(copy => ListOf(copy, ScenarioKeys.Investments).RemoveAt(index));

    /// <summary>Its own changes in words.</summary>
    /// <param name="files">The system.</param>
    public IReadOnlyList<string> Words(SystemFiles files)
    {
        var words = new ChangeWords(files);
        return Changes.ConvertAll(change => change is MapNode map ? WordsOf(map, words) : NodeText.Of(change));
    }

    private static string CostWords(Node cost)
    {
        if (cost is not MapNode map)
        {
            return NodeText.Of(cost);
        }

        var amount = map[ScenarioKeys.PerYear.Name] is { } yearly ? $"{PoundsOf(yearly)} a year" : $"{PoundsOf(map[ScenarioKeys.Once.Name])} once";
        return $"{map[ScenarioKeys.Line.Name]}: {amount}, paid by {map[ScenarioKeys.Partner.Name]}";
    }

    private static string PoundsOf(Node? amount) => amount?.ToString() is not { } text ? "" : text.StartsWith('£') || text.StartsWith('-') ? text : "£" + text;

    private static string WordsOf(MapNode change, ChangeWords words)
    {
        var verb = ScenarioKeys.Verbs.FirstOrDefault(key => change.Has(key.Name));
        var path = verb is null ? "" : change[verb.Name]?.ToString() ?? "";
        var value = change[ScenarioKeys.By.Name] ?? change[ScenarioKeys.To.Name];
        var plain = (value is MapNode map ? map[TableColumns.Value] : value) as ScalarNode;
        var from = change[ScenarioKeys.From.Name] is { } day ? $", from {day}" : "";
        if (verb == ScenarioKeys.Set && value is MapNode or ListNode && plain is null)
        {
            return $"{words.PathOf(path)}: {NodeText.Of(value)}{from}";
        }

        if (verb is null || plain is null || (verb == ScenarioKeys.Add && change.Has(ScenarioKeys.To.Name)))
        {
            return verb is null ? NodeText.Of(change) : $"{verb.Name} {words.PathOf(path)}{from}";
        }

        return words.Of(new SetText(verb.Name, path, plain.Text)) + from;
    }

    private EditedScenario Edit(Action<MapNode> edit)
    {
        var copy = (MapNode)root.Clone();
        edit(copy);
        return new EditedScenario(copy);
    }

    private static List<Node> ListIn(MapNode scenario, Key key) => (scenario[key.Name] as ListNode)?.Items ?? [];

    private static List<Node> ListOf(MapNode scenario, Key key)
    {
        if (scenario[key.Name] is not ListNode list)
        {
            list = new ListNode(Where, []);
            scenario.Set(key.Name, list);
        }

        return list.Items;
    }

    /// <summary>Of a number, or of one inside it, such as the mean of a time.</summary>
    private static bool IsOf(Node change, string path, string from) => change is MapNode map && (map[ScenarioKeys.From.Name]?.ToString() ?? "") == from
        && new[] { ScenarioKeys.Set, ScenarioKeys.Add, ScenarioKeys.Scale }
            .Any(verb => map[verb.Name]?.ToString() is { } other && (other == path || other.StartsWith(path + ".", StringComparison.Ordinal)));

    /// <summary>A text as it stands; a map or a list as in a file.</summary>
    private static Node Value(string text) =>
        (text[0] is '{' or '[' ? YamlReader.Read(Encoding.UTF8.GetBytes(text), File, new ProblemList()) : null) ?? Quoted(text);

    private string TextOf(Key key) => root[key.Name] is ScalarNode text ? text.Text : "";

    private static ScalarNode Quoted(string text) => new(text, Where, quoted: true);
}
