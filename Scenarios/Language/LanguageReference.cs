using FlowSim.Scenarios.Compilation.Conditions;

namespace FlowSim.Scenarios.Language;

/// <summary>A key, as the reference and <c>list keys</c> show it.</summary>
/// <param name="Name">As written.</param>
/// <param name="Value">What may stand there.</param>
/// <param name="Help">What it says, with what holds where it is left out and an example.</param>
public sealed record ReferenceKey(string Name, string Value, string Help);

/// <summary>A map of the language and its keys, in the order of the reference.</summary>
/// <param name="Name">Such as <c>stage</c>.</param>
/// <param name="Example">A small one.</param>
/// <param name="Keys">Its keys.</param>
public sealed record ReferenceSection(string Name, string Example, IReadOnlyList<ReferenceKey> Keys);

/// <summary>The table of keys in words.</summary>
public static class LanguageReference
{
    /// <summary>Every map of the language that has keys of its own.</summary>
    public static IReadOnlyList<ReferenceSection> Sections { get; } =
    [
        .. new[]
        {
            SystemKeys.Top, SystemKeys.Run, ValueKeys.Long, ValueKeys.Lookup, ValueKeys.MixturePart, ValueKeys.TimerOfClock, TableKeys.Table,
            StageKeys.Stage, StageKeys.Request, StageKeys.Diversion, StageKeys.GivingUp, StageKeys.MovingBack, StageKeys.Delay, StageKeys.Census,
            ValueKeys.Conditional, ValueKeys.ByValue, ValueKeys.Copy,
            PoolKeys.Pool, PoolKeys.OfRoster, PoolKeys.OfHours, PoolKeys.Surge,
            StreamKeys.Stream, StreamKeys.Rate, StreamKeys.Factor, StreamKeys.Schedule, StreamKeys.ObservedList, StreamKeys.Closure,
            SystemKeys.Calendar, RecordedKeys.Recorded, RecordedKeys.Type, RecordedKeys.OpenBeds, PriceKeys.Prices, PriceKeys.Ward,
        }.Select(section => Of(section.Name, section.Expected, section.Keys)),
        Of("measure", "{ visits: ed, within: 4 h, by: site }",
            [.. MeasureKeys.Forms.Select(form => form.Key), MeasureKeys.Mean, MeasureKeys.Deviation, MeasureKeys.Quantile, MeasureKeys.Part, MeasureKeys.When,
                MeasureKeys.Factor, MeasureKeys.Per, .. MeasureKeys.Common]),
        Of("quantity", "{ visits: ed }", QuantityForm.Any.Keys),
        .. new[] { MeasureKeys.Distribution, MeasureKeys.Series, ScenarioKeys.Scenario, ScenarioKeys.Change,
            ScenarioKeys.Investment, FitKeys.Fit, FitKeys.Input }.Select(section => Of(section.Name, section.Expected, section.Keys)),
    ];

    private static ReferenceSection Of(string name, string example, IReadOnlyList<Key> keys) =>
        new(name, example, [.. keys.Where(key => !key.Hidden).DistinctBy(key => key.Name).Select(key => new ReferenceKey(key.Name, key.Expected, Help(key)))]);

    private static string Help(Key key)
    {
        var help = key.Required ? key.Help + " Required." : key.Help;
        help = key.Default.Length > 0 ? $"{help} Left out: {key.Default}." : help;
        return key.Example.Length > 0 ? $"{help} Example: {key.Example}" : help;
    }
}
