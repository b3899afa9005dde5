using System.Text;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Validation;

namespace FlowSim.Scenarios.Asked;

/// <summary>Changes as typed make one scenario, such as anybody could write in a file.</summary>
internal sealed class SetScenario
{
    /// <summary>Where its parts stand: the option.</summary>
    public const string Option = "--set";

    private const string FromOption = "--from";
    private const string OverOption = "--over";
    private const string Reason = "typed on the command line";

    /// <summary>A longer id would break tables and the names of charts.</summary>
    private const int LongestId = 100;

    /// <summary>Signs of an id beside letters and digits.</summary>
    private const string IdSigns = "-_.@+=[]";

    private readonly SystemFiles files;
    private readonly SetChanges changes;

    public SetScenario(SystemFiles files, SetChanges changes)
    {
        this.files = files;
        this.changes = changes;
    }

    /// <summary>Named by its changes, with none but letters, digits and signs that a spreadsheet and a file system bear.</summary>
    public string Id
    {
        get
        {
            var names = changes.Sets.Select(set => IdOf(set.ToString())).ToList();
            var whole = string.Join('+', names);
            if (whole.Length <= LongestId)
            {
                return whole;
            }

            var first = names[0].Length <= LongestId ? names[0] : names[0][..LongestId];
            return names.Count == 1 ? first : FormattableString.Invariant($"{first}+{names.Count - 1}-more");
        }
    }

    /// <summary>What it changes, in words.</summary>
    public string Title
    {
        get
        {
            var words = new ChangeWords(files);
            var dates = (changes.From.Length > 0 ? $", from {changes.From}" : "") + (changes.Over.Length > 0 ? $" over {changes.Over}" : "");
            return string.Join("; ", changes.Sets.Select(words.Of)) + dates;
        }
    }

    /// <summary>The scenario's map.</summary>
    public MapNode Map(ProblemList problems)
    {
        var where = new SourceLocation(Option, 0, 0);
        var list = new ListNode(where, [.. changes.Sets.Select(set => Change(set, problems))]);
        return new MapNode(where,
        [
            Entry(ScenarioKeys.Id, Id, where), Entry(ValueKeys.Title, Title, where), new MapEntry(ScenarioKeys.Changes.Name, where, list),
        ]);
    }

    private MapNode Change(SetText set, ProblemList problems)
    {
        var where = new SourceLocation($"{Option} {set}", 0, 0);
        var operand = set.Verb == ScenarioKeys.Set.Name ? ScenarioKeys.To : ScenarioKeys.By;
        var value = new MapEntry(operand.Name, where, Value(set.Value, where, problems));
        return new MapNode(where,
        [
            new MapEntry(set.Verb, where, new ScalarNode(set.Path, where, quoted: true)),
            value,
            .. changes.From.Length == 0 ? [] : new[] { Entry(ScenarioKeys.From, changes.From, new SourceLocation(FromOption, 0, 0)) },
            .. changes.Over.Length == 0 ? [] : new[] { Entry(ScenarioKeys.Over, changes.Over, new SourceLocation(OverOption, 0, 0)) },
            Entry(ScenarioKeys.Reason, Reason, where),
        ]);
    }

    /// <summary>A text as it stands; a map or a list as in a file.</summary>
    private static Node Value(string text, SourceLocation where, ProblemList problems) =>
        (text[0] is '{' or '[' or '"' ? YamlReader.Read(Encoding.UTF8.GetBytes(text), where.File, problems) : null) ?? new ScalarNode(text, where);

    private static MapEntry Entry(Key key, string text, SourceLocation where) => new(key.Name, where, new ScalarNode(text, where, quoted: true));

    private static string IdOf(string text)
    {
        var id = new StringBuilder();
        foreach (var sign in text.Replace("*=", "=x", StringComparison.Ordinal))
        {
            var isPart = char.IsLetterOrDigit(sign) || IdSigns.Contains(sign, StringComparison.Ordinal);
            if (isPart || (id.Length > 0 && id[^1] != '-'))
            {
                id.Append(isPart ? sign : '-');
            }
        }

        return id.ToString().TrimEnd('-');
    }
}

/// <summary>Changes typed on the command line, which are one scenario together.</summary>
/// <param name="Sets">The changes, in order.</param>
/// <param name="From">Date from which they hold, or empty.</param>
/// <param name="Over">Length of time over which they are phased in, or empty.</param>
public sealed record SetChanges(IReadOnlyList<SetText> Sets, string From, string Over)
{
    /// <summary>Half a bed can be given to nobody, and whoever types one means another number: only what is scaled is rounded.</summary>
    internal void RefuseBrokenUnits(ProblemList problems)
    {
        foreach (var set in Sets.Where(set => set.Verb != ScenarioKeys.Scale.Name))
        {
            WrittenUnits.Check(new SourceLocation($"{SetScenario.Option} {set}", 0, 0), set.Path, set.Path, set.Value, problems);
        }
    }
}
