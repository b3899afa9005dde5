using FlowSim.Simulator.Rooms;

namespace FlowSim.Simulator.Model;

/// <summary>What is counted, summed or integrated for measures.</summary>
public enum QuantityKind : byte
{
    /// <summary>Visits that end (a clock stops) [patients].</summary>
    Visits,

    /// <summary>Sum of the lengths of ended visits [s].</summary>
    VisitTime,

    /// <summary>Clock starts [patients].</summary>
    Starts,

    /// <summary>Entries to stages [patients].</summary>
    Entries,

    /// <summary>Patients who leave by an exit.</summary>
    Exits,

    /// <summary>Patients who give up at stages for a reason.</summary>
    GaveUp,

    /// <summary>Arrivals of streams [patients].</summary>
    Arrivals,

    /// <summary>Starts at stages: a wait has ended in service [patients].</summary>
    Started,

    /// <summary>Sum of the waits of those started [s].</summary>
    WaitTime,

    /// <summary>Services that end at stages, with the waits that came before them [patients].</summary>
    Ended,

    /// <summary>Sum of the waits of those whose service ends [s].</summary>
    EndedWaitTime,

    /// <summary>Sum of the lengths of the services that begin, each in full at its start [s].</summary>
    ServiceTime,

    /// <summary>Time-weighted patients in stages, from their entry to the end of their service or until they give up [patient s].</summary>
    PresentTime,

    /// <summary>Time-weighted units occupied [unit s].</summary>
    OccupiedTime,

    /// <summary>Time-weighted units open [unit s].</summary>
    OpenTime,

    /// <summary>Units occupied at each census [units].</summary>
    CensusOccupied,

    /// <summary>Units open at each census [units].</summary>
    CensusOpen,

    /// <summary>Censuses at which occupied ÷ open of the pools taken together is at or above <see cref="Quantity.Threshold"/> [censuses].</summary>
    CensusOver,

    /// <summary>Censuses taken [censuses].</summary>
    Censuses,

    /// <summary>
    /// Patients present at each census with a clock running for longer than <see cref="Quantity.Threshold"/> in whole days, and holding one of the pools
    /// if any are named [patients].
    /// </summary>
    CensusPresent,

    /// <summary>Delayed patients at each census, holding one of the pools [patients].</summary>
    CensusDelayed,

    /// <summary>Time-weighted delayed patients, holding one of the pools [patient s].</summary>
    DelayedTime,

    /// <summary>Length of the period [s].</summary>
    Time,

    /// <summary>The constant 1.</summary>
    One,

    /// <summary>What stages add to numbers of patients, when they add it [in the attribute's own unit].</summary>
    Added,

    /// <summary>What patients who leave have of numbers [in the attribute's own unit].</summary>
    Carried,

    /// <summary>Patients who leave, of whom <see cref="Carried"/> is asked [patients].</summary>
    Carriers,

    /// <summary>People served at a place, over the length of the period [person s].</summary>
    PeopleTime,
}

/// <summary>Which part of the time is meant.</summary>
public enum WaitPart : byte
{
    Both,
    Place,
    Staff,
}

/// <summary>Something counted, kept apart by place and group.</summary>
public sealed record Quantity
{
    /// <summary>Index in <see cref="MeasurePlan.Quantities"/>.</summary>
    public required int Id { get; init; }

    public required QuantityKind Kind { get; init; }

    /// <summary>Clock index for visits, starts and present; -1 otherwise.</summary>
    public int Clock { get; init; } = -1;

    /// <summary>Further clocks whose visits or starts count in the same sum, such as those of the minor injury units in a rate of all kinds of unit.</summary>
    public int[] MoreClocks { get; init; } = [];

    /// <summary>
    /// Stage templates for entries, started, ended, waits, services, presence and giving up; exits for exits; streams (instances) for arrivals; attributes for
    /// what is added to them and carried.
    /// </summary>
    public int[] Subjects { get; init; } = [];

    /// <summary>Pools for occupied, open, census and delayed quantities.</summary>
    public int[] Pools { get; init; } = [];

    /// <summary>Reason of giving up; null: any.</summary>
    public string? Reason { get; init; }

    /// <summary>Delay kinds counted (indices into <see cref="SystemModel.Delays"/>); empty: all.</summary>
    public int[] DelayKinds { get; init; } = [];

    /// <summary>Only patients for whom this holds at the moment of counting.</summary>
    public Expression? Where { get; init; }

    public WaitPart Part { get; init; }

    /// <summary>Only lengths at or below this [s]; -1: no limit.</summary>
    public int Within { get; init; } = -1;

    /// <summary>Only lengths above this [s]; -1: no limit.</summary>
    public int Over { get; init; } = -1;

    /// <summary>
    /// For <see cref="QuantityKind.CensusOver"/> a share; for <see cref="QuantityKind.CensusPresent"/> whole days, counted when above it (-1: all).
    /// </summary>
    public double Threshold { get; init; } = -1;

    /// <summary>Second of the day of the census [s after midnight]; 0 is the midnight that ends the day.</summary>
    public int CensusAt { get; init; }

    /// <summary>Dimension whose instances are the places, or -1: the system only.</summary>
    public int By { get; init; } = -1;

    /// <summary>Attribute of the patient that holds the place (<see cref="By"/>), or -1: none is known. Pools use their own instance.</summary>
    public int ByAttribute { get; init; } = -1;

    /// <summary>Attribute whose values are the groups, or -1; delayed quantities are always grouped by delay kind as well.</summary>
    public int GroupAttribute { get; init; } = -1;

    /// <summary>For <see cref="QuantityKind.PeopleTime"/> the people served, by place [people].</summary>
    public double[] People { get; init; } = [];

    /// <summary>Also keeps a histogram of the lengths, for quantiles.</summary>
    public bool Histogram { get; init; }

    /// <summary>Also adds up the squares of the lengths, for standard deviations.</summary>
    public bool Squares { get; init; }
}

/// <summary>How a measure is made of its quantities.</summary>
public enum MeasureForm : byte
{
    /// <summary>Factor × numerator ÷ denominator (sums ÷ sums).</summary>
    Ratio,

    /// <summary>Factor × a quantile of the numerator's histogram.</summary>
    Quantile,

    /// <summary>Factor × the standard deviation of the numerator's lengths, of which the denominator is the number.</summary>
    StandardDeviation,

    /// <summary>One measure less another, within a replication.</summary>
    Difference,
}

/// <summary>How far a measure may move from one year to the next and still be said to stand still.</summary>
/// <param name="Size">In the measure's unit, or as a share of its level.</param>
/// <param name="OfLevel">True for a share of the level.</param>
public readonly record struct SettledBound(double Size, bool OfLevel);

/// <summary>A defined output with a unit.</summary>
public sealed record MeasureModel
{
    public required string Id { get; init; }

    public required string Unit { get; init; }

    public required MeasureWords Words { get; init; }

    public required MeasureForm Form { get; init; }

    /// <summary>Quantity index; of a difference that of the measure from which the other is taken.</summary>
    public required int Numerator { get; init; }

    /// <summary>Quantity index; -1 for quantiles and differences. A denominator that has no groups serves all groups of the numerator.</summary>
    public int Denominator { get; init; } = -1;

    public double Factor { get; init; } = 1;

    /// <summary>For <see cref="MeasureForm.Quantile"/> [0 to 1].</summary>
    public double Probability { get; init; }

    /// <summary>Only of a difference: the measure from which the other is taken, and the other.</summary>
    public (MeasureModel From, MeasureModel Less)? Parts { get; init; }

    /// <summary>Reported by month as well as by year.</summary>
    public bool Monthly { get; init; }

    /// <summary>Reported by quarter as well as by year.</summary>
    public bool Quarterly { get; init; }

    /// <summary>True where quantiles go into it: lengths are kept apart by year only, so it has no months and no quarters.</summary>
    public bool IsOfYears => Form == MeasureForm.Quantile || (Parts is { } parts && (parts.From.IsOfYears || parts.Less.IsOfYears));

    /// <summary>Shown in the comparison table.</summary>
    public bool Headline { get; init; }

    /// <summary>A change from year to year of no more than this is none; null: the usual for its unit.</summary>
    public SettledBound? SettledWithin { get; init; }
}

/// <summary>The distribution of the number occupied in pools taken together, or jointly in two sets.</summary>
public sealed record OccupancyDistribution
{
    /// <summary>Name in results: a pool, a group, or two joined by <c>+</c>.</summary>
    public required string Name { get; init; }

    public required int[] Pools { get; init; }

    /// <summary>Stages (instances) of which the patients are counted in place of units of pools; empty otherwise.</summary>
    public int[] Stages { get; init; } = [];

    /// <summary>For a joint distribution the second set; empty otherwise.</summary>
    public int[] JointPools { get; init; } = [];

    /// <summary>Partial poolings evaluated on a joint distribution: dedicated first, dedicated second, pooled [beds].</summary>
    public (int First, int Second, int Pooled)[] Poolings { get; init; } = [];

    /// <summary>The share in use that is not to be passed [%], or null.</summary>
    public MeasureStandard? Standard { get; init; }
}

/// <summary>A series written to <c>timeline.csv</c>.</summary>
public sealed class TimelineModel
{
    public required string Measure { get; init; }

    public required string Unit { get; init; }

    public MeasureWords Words { get; init; } = new();

    /// <summary>Dimension index of the places, or -1.</summary>
    public required int By { get; init; }

    /// <summary>Pools counted; when empty, patients with <see cref="Clock"/> running.</summary>
    public required int[] Pools { get; init; }

    public int Clock { get; init; } = -1;

    /// <summary>True: occupied ÷ open in %; false: number.</summary>
    public bool Rate { get; init; }

    /// <summary>Of a daily series the second of the day [s after midnight]; 0 is the midnight that ends the day.</summary>
    public int At { get; init; }

    /// <summary>True: the mean of each hour of the week; false: one value a day.</summary>
    public bool HoursOfWeek { get; init; }
}

/// <summary>Everything that is measured beside the generic measures of stages and pools.</summary>
public sealed class MeasurePlan
{
    public required Quantity[] Quantities { get; init; }

    public required MeasureModel[] Measures { get; init; }

    public required OccupancyDistribution[] Distributions { get; init; }

    /// <summary>False where nobody reads the distributions: they are not recorded then, and their rows are not among the results.</summary>
    public bool RecordsDistributions { get; init; } = true;

    /// <summary>The distributions that are recorded.</summary>
    internal OccupancyDistribution[] RecordedDistributions => RecordsDistributions ? Distributions : [];

    public required TimelineModel[] Timelines { get; init; }

    /// <summary>Pools of which it is recorded how many units are asked for; none unless somebody wants to know.</summary>
    public PoolSet[] Demands { get; init; } = [];

    /// <summary>
    /// The plan of a run of which somebody reads these measures alone, and no series: what the others are made of is not recorded. What every stage and
    /// pool has is there all the same, and the values of what is read are the same to the last digit.
    /// </summary>
    /// <param name="ids">Measures that are read; an id that is not declared is of no matter.</param>
    public MeasurePlan Only(IReadOnlyCollection<string> ids)
    {
        var read = Array.FindAll(Measures, measure => ids.Contains(measure.Id));
        int[] kept = [.. read.SelectMany(QuantitiesOf).Distinct().Order()];
        return new MeasurePlan
        {
            Quantities = [.. kept.Select((id, at) => Quantities[id] with { Id = at })],
            Measures = [.. read.Select(measure => Renumbered(measure, kept))],
            Distributions = Distributions,
            RecordsDistributions = RecordsDistributions,
            Timelines = [],
            Demands = Demands,
        };
    }

    private static IEnumerable<int> QuantitiesOf(MeasureModel measure)
    {
        MeasureModel[] parts = measure.Parts is { } two ? [measure, two.From, two.Less] : [measure];
        return parts.SelectMany(part => new[] { part.Numerator, part.Denominator }).Where(id => id >= 0);
    }

    private static MeasureModel Renumbered(MeasureModel measure, int[] kept) => measure with
    {
        Numerator = Array.IndexOf(kept, measure.Numerator),
        Denominator = measure.Denominator < 0 ? measure.Denominator : Array.IndexOf(kept, measure.Denominator),
        Parts = measure.Parts is { } parts ? (Renumbered(parts.From, kept), Renumbered(parts.Less, kept)) : null,
    };
}

/// <summary>Pools that are planned together.</summary>
public sealed record PoolSet
{
    /// <summary>The pool as written, or the group.</summary>
    public required string Name { get; init; }

    /// <summary>An instance; empty for pools of no instance.</summary>
    public required string Place { get; init; }

    /// <summary>Indices, ascending.</summary>
    public required int[] Pools { get; init; }
}
