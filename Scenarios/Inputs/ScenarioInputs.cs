using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Inputs;

/// <summary>The ranges of the scenarios of an experiment, and the scenarios with the amounts put elsewhere in them.</summary>
internal sealed class ScenarioInputs
{
    private ScenarioInputs(IReadOnlyList<ScenarioInput> inputs, IReadOnlyDictionary<string, IReadOnlyList<string>> parts)
    {
        Inputs = inputs;
        Parts = parts;
    }

    /// <summary>Each once, in the order of the scenarios and of their changes.</summary>
    public IReadOnlyList<ScenarioInput> Inputs { get; }

    /// <summary>By scenario, the scenarios whose changes it makes, itself among them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Parts { get; }

    /// <summary>The inputs of some scenarios with all that they include; null with problems said if two give different ranges to one amount.</summary>
    /// <param name="files">The system.</param>
    /// <param name="scenarios">Ids; the baseline has none.</param>
    /// <param name="problems">Takes what is wrong, and tells of ranges that cannot be drawn from.</param>
    public static ScenarioInputs? Of(SystemFiles files, IEnumerable<string> scenarios, ProblemList problems)
    {
        var found = new Dictionary<string, ScenarioInput>(StringComparer.Ordinal);
        var parts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var sound = true;
        foreach (var id in scenarios)
        {
            if (ScenarioApplier.Read(files, id, problems) is not { } scenario)
            {
                return null;
            }

            parts[id] = scenario.Parts;
            foreach (var change in scenario.Changes)
            {
                sound &= Take(change, found, problems);
            }
        }

        return sound ? new ScenarioInputs([.. found.Values], parts) : null;
    }

    /// <summary>True if a scenario has an input, by itself or by what it includes.</summary>
    public bool ActsOn(ScenarioInput input, string scenario) => input.Places.Any(place => Parts[scenario].Contains(place.Scenario));

    /// <summary>The system with its scenarios at drawn amounts; the baseline is as it was.</summary>
    /// <param name="files">The system, which stays as it is.</param>
    /// <param name="values">Inputs of this and their amounts.</param>
    public static SystemFiles At(SystemFiles files, IEnumerable<(ScenarioInput Input, string Amount)> values)
    {
        var changed = new Dictionary<string, MapNode>(files.Scenarios, StringComparer.Ordinal);
        foreach (var (input, amount) in values)
        {
            foreach (var (scenario, where) in input.Places)
            {
                if (ReferenceEquals(changed[scenario], files.Scenarios[scenario]))
                {
                    changed[scenario] = (MapNode)files.Scenarios[scenario].Clone();
                }

                Put(changed[scenario], input.Verb, where, amount);
            }
        }

        return files.WithScenarios(changed);
    }

    private static void Put(MapNode scenario, string verb, SourceLocation where, string amount)
    {
        var changes = ((ListNode)scenario[ScenarioKeys.Changes.Name]!).Items.OfType<MapNode>();
        var change = changes.First(item => PathOf(item, verb) is { } path && path.Where == where);
        var key = verb == InputRange.Set ? ScenarioKeys.To.Name : ScenarioKeys.By.Name;
        var written = change[key] is MapNode { } map && map.Has(TableColumns.Value) ? map : null;
        var value = new ScalarNode(amount, (written ?? change).Where, quoted: true);
        (written ?? change).Set(written is null ? key : TableColumns.Value, value);
    }

    private static ScalarNode? PathOf(MapNode change, string verb) =>
        (change[verb] is MapNode map ? map[TableColumns.Value] : change[verb]) as ScalarNode;

    private static bool Take(ScenarioChange change, Dictionary<string, ScenarioInput> found, ProblemList problems)
    {
        var written = change.Value is MapNode map && map.Has(TableColumns.Value) ? map : null;
        var range = change.Range.Length > 0 ? change.Range : written?["range"]?.ToString() ?? "";
        if (range.Length == 0 || ScenarioInput.VerbOf(change) is not { } verb)
        {
            return true;
        }

        var stated = ((written?[TableColumns.Value] ?? change.Value) as ScalarNode)?.Text ?? "";
        var read = InputRange.Of(range, stated, out var why);
        if (read?.ValueAt(stated, 0.5) is null)
        {
            problems.Warning(change.Where, $"{change.Label}.range", "a range of the amount, with two ends", range,
                $"Nothing is drawn from it, so intervals with what is not known are too narrow: {(why.Length > 0 ? why : "the amount cannot be put there")}.");
            return true;
        }

        var input = new ScenarioInput(verb.ToString().ToLowerInvariant(), change.Path, stated, change.Reason, read, [(change.Scenario, change.Where)]);
        if (!found.TryAdd(input.Key, input))
        {
            return Join(found, input, problems);
        }

        return true;
    }

    private static bool Join(Dictionary<string, ScenarioInput> found, ScenarioInput input, ProblemList problems)
    {
        var known = found[input.Key];
        if (known.Range != input.Range)
        {
            problems.Error(input.Places[0].Where, $"scenarios.{input.Places[0].Scenario}", $"one range of {input.Name} for one value and reason",
                $"{input.Range.LowText} to {input.Range.HighText}, and {known.Range.LowText} to {known.Range.HighText} at {known.Places[0].Where}",
                "Write the same range in both, or say in what the reasons differ.");
            return false;
        }

        if (!known.Places.Contains(input.Places[0]))
        {
            found[input.Key] = known with { Places = [.. known.Places, input.Places[0]] };
        }

        return true;
    }
}
