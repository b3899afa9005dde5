using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Optimising;

/// <summary>A design as a scenario, such as anybody could write: its levers as changes, what they cost as its investment.</summary>
internal static class DesignScenario
{
    /// <summary>The scenario's map.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="design">How far the levers are moved.</param>
    /// <param name="id">Id of the scenario.</param>
    /// <param name="title">Its title.</param>
    public static MapNode Of(Question question, Design design, string id, string title)
    {
        var where = question.Where;
        ScalarNode Text(string text) => new(text, where, quoted: true);
        MapEntry Entry(Key key, Node value) => new(key.Name, where, value);
        ListNode List(IEnumerable<Node> items) => new(where, [.. items]);
        var moved = question.Levers.Zip(design.Steps).ToList();
        var changes = moved.Where(one => !one.First.IsNothing(one.Second)).SelectMany(one => one.First.Input.Paths.Select(path => new MapNode(where,
        [
            new MapEntry(one.First.Input.Range.Verb, where, Text(path.Text)),
            Entry(one.First.Input.Range.Verb == Inputs.InputRange.Set ? ScenarioKeys.To : ScenarioKeys.By, Text(one.First.OperandAt(one.Second))),
            Entry(ScenarioKeys.Reason, Text(one.First.Title)),
        ]))).ToList();
        var paid = question.HasLedger ? moved.FindAll(one => one.Second > 0 && one.First.StepCost > 0) : [];
        var lines = paid.ConvertAll(one => Line(question, one.First, one.Second));
        MapEntry[] entries =
        [
            Entry(ScenarioKeys.Id, Text(id)),
            Entry(ValueKeys.Title, Text(title)),
            .. question.On.Length == 0 ? [] : new[] { Entry(ScenarioKeys.Include, List([Text(question.On)])) },
            .. changes.Count == 0 ? [] : new[] { Entry(ScenarioKeys.Changes, List(changes)) },
            .. lines.Count == 0 ? [] : new[] { Entry(ScenarioKeys.Investments, List(lines)) },
        ];
        return new MapNode(where, [.. entries]);
    }

    private static MapNode Line(Question question, Lever lever, int step)
    {
        var where = question.Where;
        ScalarNode Text(string text) => new(text, where, quoted: true);
        MapEntry Entry(Key key, Node value) => new(key.Name, where, value);
        MapEntry[] entries =
        [
            Entry(ScenarioKeys.Line, Text(lever.Title)),
            Entry(ScenarioKeys.Partner, Text(lever.Partner)),
            Entry(ScenarioKeys.PerYear, Text(NumberText.Write((double)(step * lever.StepCost)))),
            Entry(ScenarioKeys.Recurrent, Text("true")),
            Entry(ScenarioKeys.PriceYear, Text(lever.PriceYear.Length > 0 ? lever.PriceYear : question.LedgerYear)),
            .. lever.Buys.Count == 0 ? [] : new[] { Entry(ScenarioKeys.Buys, new ListNode(where, [.. lever.Buys.Select(Text)])) },
        ];
        return new MapNode(where, [.. entries]);
    }

    /// <summary>The system with designs as scenarios beside its own.</summary>
    public static SystemFiles AddedTo(SystemFiles files, IEnumerable<(string Id, MapNode Scenario)> designs)
    {
        var all = new Dictionary<string, MapNode>(files.Scenarios, StringComparer.Ordinal);
        foreach (var (id, scenario) in designs)
        {
            all[id] = scenario;
        }

        return files.WithScenarios(all);
    }
}
