using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Explaining;

/// <summary>What of a system a measure counts: clocks with their stages, stages, pools.</summary>
public sealed record MeasureDrivers
{
    /// <summary>Names of the clocks whose lengths or visits are counted; none where no clock is.</summary>
    public required IReadOnlyList<string> Clocks { get; init; }

    /// <summary>Stages, as written, in which who is counted is; of a clock in the order of the system.</summary>
    public required IReadOnlyList<string> Stages { get; init; }

    /// <summary>Stages whose own wait is part of what is counted, for whoever comes there.</summary>
    public required IReadOnlyList<string> WaitsFrom { get; init; }

    /// <summary>Pools, as written, whose use is counted.</summary>
    public required IReadOnlyList<string> Pools { get; init; }

    /// <summary>True where how many come is counted and no time: waits change it only as far as they send patients elsewhere.</summary>
    public bool IsCount { get; init; }

    /// <summary>True for a measure that every stage and pool has: there is one for each of them.</summary>
    public required bool IsOfAll { get; init; }

    /// <summary>What a measure counts; null where the system has no such measure.</summary>
    public static MeasureDrivers? Of(SystemModel model, string id)
    {
        if (Array.Find(model.Measures.Measures, one => one.Id == id) is { } declared)
        {
            var parts = declared.Parts is { } two ? new[] { two.From, two.Less } : [declared];
            return Of(model, [.. parts.SelectMany(part => new[] { part.Numerator, part.Denominator }).Where(at => at >= 0).Distinct()
                .Select(at => model.Measures.Quantities[at])]);
        }

        return GenericMeasures.All.Any(one => one.Id == id)
            ? new MeasureDrivers { Clocks = [], Stages = model.StageTemplates, WaitsFrom = model.StageTemplates, Pools = [], IsOfAll = true }
            : null;
    }

    private static MeasureDrivers Of(SystemModel model, List<Quantity> counted)
    {
        int[] clocks = [.. counted.SelectMany(one => one.MoreClocks.Prepend(one.Clock)).Where(clock => clock >= 0).Distinct()];
        bool IsTimed(StageModel stage, bool fromEntry) => stage.Clocks.Any(use => clocks.Contains(use.Clock) && (!fromEntry || use.Within >= 0));
        var own = counted.Where(one => one.Kind is QuantityKind.Entries or QuantityKind.Started or QuantityKind.WaitTime
                or QuantityKind.GaveUp or QuantityKind.Ended or QuantityKind.EndedWaitTime or QuantityKind.ServiceTime or QuantityKind.PresentTime)
            .SelectMany(one => one.Subjects).Select(template => model.StageTemplates[template]).ToList();
        string[] timed = [.. Named(model, model.Stages.Where(stage => IsTimed(stage, fromEntry: false))).Concat(own).Distinct()];

        // A clock that runs on from one stage to the next has the wait between them in it; its first stage only where the clock starts on entry.
        string[] waits = [.. Named(model, model.Stages.Where(stage => IsTimed(stage, fromEntry: true))).Concat(own).Distinct()];
        return new MeasureDrivers
        {
            Clocks = [.. clocks.Select(clock => model.Clocks[clock])],
            Stages = timed,
            WaitsFrom = waits,
            IsCount = counted.TrueForAll(one => one is { Within: < 0, Over: < 0 } && IsOfNumbers(one.Kind)),
            Pools = [.. counted.SelectMany(one => one.Pools).Select(pool => model.Pools[pool].Template).Distinct()],
            IsOfAll = false,
        };
    }

    private static bool IsOfNumbers(QuantityKind kind) =>
        kind is QuantityKind.Visits or QuantityKind.Starts or QuantityKind.Entries or QuantityKind.Arrivals or QuantityKind.Time or QuantityKind.One;

    private static IEnumerable<string> Named(SystemModel model, IEnumerable<StageModel> stages) =>
        stages.Select(stage => model.StageTemplates[stage.Template]).Distinct();
}
