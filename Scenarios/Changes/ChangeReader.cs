using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Changes;

/// <summary>Reads one change: <c>{ set|scale|add|remove: PATH, to:|by:, from:, over:, reason:, source: }</c>.</summary>
internal sealed class ChangeReader
{
    private const string Form = "a change, such as { scale: stages.ward.time, by: 0.9, reason: \"…\" }";
    private static readonly string[] Verbs = ["set", "scale", "add", "remove"];
    private static readonly string[] Keys = [.. Verbs, "to", "by", "from", "over", "reason", "source", "status", "range", "note"];

    private static readonly string[] AmountKeys = ["value", .. TableColumns.Metadata];

    /// <summary>No run is longer [y].</summary>
    private const int MostYears = 100;

    private readonly string label;
    private readonly MapNode map;
    private readonly ProblemList problems;
    private bool sound = true;

    private ChangeReader(string label, MapNode map, ProblemList problems)
    {
        this.label = label;
        this.map = map;
        this.problems = problems;
    }

    /// <summary>The change; null with problems said.</summary>
    public static ScenarioChange? Read(string scenario, string label, Node node, ProblemList problems)
    {
        if (node is MapNode map)
        {
            return new ChangeReader(label, map, problems).Read(scenario);
        }

        problems.Error(node.Where, label, Form, node.ToString() ?? "");
        return null;
    }

    private ScenarioChange? Read(string scenario)
    {
        foreach (var entry in map.Entries.Where(entry => !Keys.Contains(entry.Key)))
        {
            Fail(entry.KeyWhere, "one of " + string.Join(", ", Keys), entry.Key, Nearest.Hint(entry.Key, Keys));
        }

        var verbs = map.Entries.FindAll(entry => Verbs.Contains(entry.Key));
        if (verbs.Count != 1 || verbs[0].Value is not ScalarNode path)
        {
            Fail(map.Where, "one of set, scale, add, remove, with a path", string.Join(", ", verbs.Select(verb => verb.Key)));
            return null;
        }

        var kind = (ChangeVerb)Array.IndexOf(Verbs, verbs[0].Key);
        var (value, isNew) = ReadValue(kind);
        var (from, days) = (ReadFrom(), ReadOver());
        if (from is null && days > 0)
        {
            Fail(map["over"]!.Where, "a date under \"from\" for what is phased in", "no \"from\"");
        }

        CheckOrigin(value);
        return !sound ? null : new ScenarioChange
        {
            Scenario = scenario,
            Verb = kind,
            Path = path.Text,
            Where = path.Where,
            Label = label,
            Value = value,
            IsNew = isNew,
            From = from,
            OverDays = days,
            Reason = Text("reason"),
            Source = Text("source"),
            Range = Text("range"),
            Status = Text("status"),
        };
    }

    private (Node? Value, bool IsNew) ReadValue(ChangeVerb verb)
    {
        var (to, by) = (map["to"], map["by"]);
        var right = verb switch
        {
            ChangeVerb.Set => to is not null && by is null,
            ChangeVerb.Scale => to is null && by is not null,
            ChangeVerb.Add => (to is null) != (by is null),
            _ => to is null && by is null,
        };
        if (!right)
        {
            var expected = verb switch
            {
                ChangeVerb.Set => "\"to\" with the new value",
                ChangeVerb.Scale => "\"by\" with a factor",
                ChangeVerb.Add => "\"by\" with an amount, or \"to\" with something new",
                _ => "neither \"to\" nor \"by\"",
            };
            Fail(map.Where, expected, string.Join(", ", map.Entries.Select(entry => entry.Key)));
        }

        var amount = by is null ? null : Amount(by);
        if (verb == ChangeVerb.Scale && amount is not null && !IsFactor(amount.Text))
        {
            Fail(amount.Where, "a factor that is not negative, such as \"0.97\" or \"97 %\"", amount.Text);
        }

        if (verb == ChangeVerb.Add && amount is not null && !Quantity.TryParseAmount(amount.Text, out _))
        {
            Fail(amount.Where, "an amount, such as \"4\", \"-2 %\" or \"30 min\"", amount.Text);
        }

        return (by is null ? to : amount, verb == ChangeVerb.Add && to is not null);
    }

    private ScalarNode? Amount(Node by)
    {
        switch (by)
        {
            case ScalarNode scalar:
                return scalar;
            case MapNode { } written when written["value"] is ScalarNode value:
                foreach (var entry in written.Entries.Where(entry => !AmountKeys.Contains(entry.Key)))
                {
                    Fail(entry.KeyWhere, "one of " + string.Join(", ", AmountKeys), entry.Key, Nearest.Hint(entry.Key, AmountKeys));
                }

                return value;
            default:
                Fail(by.Where, "a number, or { value: …, range: … }", "a list or map");
                return null;
        }
    }

    /// <summary>What is said of the amount; what a part in long form says (<c>set … to</c>) is checked with the part.</summary>
    private void CheckOrigin(Node? value)
    {
        var status = Text("status");
        if (status.Length > 0 && !Assumption.Statuses.Contains(status))
        {
            Fail(map.Where, "measured, cited, derived or assumed under status", status, Nearest.Hint(status, Assumption.Statuses));
        }

        PlausibleRange.Check(Text("range"), value is ScalarNode scalar ? scalar.Text : "", (map["range"] ?? map["by"])?.Where ?? map.Where, label, problems);
    }

    private static bool IsFactor(string text) =>
        (NumberText.TryParse(text, out var factor, out _) || ShareText.TryParsePercent(text, out factor)) && factor >= 0;

    private DateOnly? ReadFrom()
    {
        if (map["from"] is not { } node)
        {
            return null;
        }

        if (DateText.TryParse(node.ToString() ?? "", out var date, out var expected) && DateText.IsOfRun(date))
        {
            return date;
        }

        Fail(node.Where, expected.Length > 0 ? expected : DateText.ExpectedOfRun, node.ToString() ?? "", DateLook.InDescription(node.ToString() ?? ""));
        return null;
    }

    private int ReadOver()
    {
        if (map["over"] is not { } node)
        {
            return 0;
        }

        if (DurationText.TryParse(node.ToString() ?? "", out var seconds, out var expected) && seconds <= MostYears * TimeUnit.Year)
        {
            return (int)Math.Ceiling(seconds / TimeUnit.Day);
        }

        Fail(node.Where, expected.Length > 0 ? expected : FormattableString.Invariant($"a length of time of at most {MostYears} y"), node.ToString() ?? "", TimeUnit.Hint);
        return 0;
    }

    /// <summary>About the change, or else about its amount in long form.</summary>
    private string Text(string key) => (map[key] ?? (map["by"] as MapNode)?[key])?.ToString() ?? "";

    private void Fail(SourceLocation where, string expected, string received, string hint = "")
    {
        sound = false;
        problems.Error(where, label, expected, received, hint);
    }
}
