using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Answers;

/// <summary>A difference with what it is compared to, and what can be said of it.</summary>
/// <param name="Difference">Scenario minus baseline.</param>
/// <param name="Baseline">Mean of the baseline.</param>
/// <param name="Level">Mean of the scenario.</param>
/// <param name="Replications">Replications of the run: fewer may have a value of this measure.</param>
/// <param name="IsOfWholePeriod">False for a year of which a part was measured only.</param>
internal sealed record Finding(Difference Difference, double Baseline, double Level, int Replications, bool IsOfWholePeriod = true)
{
    /// <summary>
    /// An interval that contains 0 and reaches no further than this share of the baseline is said to be no change beyond chance; a wider one leaves the
    /// question open.
    /// </summary>
    public const double Margin = 0.05;

    public ResultKey Key => Difference.Key;

    /// <summary>The measure as the subject of a sentence.</summary>
    public MeasureWord Word { get; init; } = MeasureWord.Of(Difference.Key.Measure.Replace('_', ' '), Difference.Key.Measure);

    /// <summary>What the system's ids are called.</summary>
    public SystemNames? Names { get; init; }

    /// <summary>Half the width of the model's own error of the baseline's level; NaN where it has not been measured.</summary>
    public double ModelError95 { get; init; } = double.NaN;

    /// <summary>The place by itself.</summary>
    public string Place => Names?.Place(Key.Place) ?? PlaceName.Of(Key.Place);

    /// <summary>The measure at its place: <c>bed occupancy at the General</c>.</summary>
    public string Subject(bool begins) =>
        $"{(begins ? Word.Name : Word.InSentence)}{Word.About(Names?.Group(Key.Group) ?? Key.Group)}{(Key.Place == PlaceName.System ? "" : " at " + Place)}";

    public bool IsBeyondChance => Verdict is Verdict.Rises or Verdict.Falls;

    /// <summary>True where every replication has a value: only then do baseline and scenario rest on the same replications as the difference.</summary>
    public bool IsComplete => Difference.N == Replications;

    public Verdict Verdict =>
        !double.IsFinite(Difference.Mean) ? Verdict.Undefined
        : Difference.N < 2 || double.IsNaN(Difference.Lower95) || double.IsNaN(Difference.Upper95) ? Verdict.NoInterval
        : Difference.Lower95 > 0 ? Verdict.Rises
        : Difference.Upper95 < 0 ? Verdict.Falls
        : Difference.Lower95 == 0 && Difference.Upper95 == 0 ? Verdict.Same
        : Reach <= Margin * Math.Abs(Baseline) ? Verdict.NoMoreThanChance
        : Verdict.CannotBeTold;

    /// <summary>
    /// How much is surely there, as a share of the baseline: by the end of the interval nearer to 0, so that a wide interval does not look like a large
    /// effect.
    /// </summary>
    public double Relevance => Baseline == 0 ? double.PositiveInfinity : Least / Math.Abs(Baseline);

    private double Least => Verdict switch
    {
        Verdict.Rises => Difference.Lower95,
        Verdict.Falls => -Difference.Upper95,
        Verdict.NoInterval => Math.Abs(Difference.Mean),
        _ => 0,
    };

    private double Reach => Math.Max(Math.Abs(Difference.Lower95), Math.Abs(Difference.Upper95));

    /// <summary>True when chance alone is no reason why one differs less than the other.</summary>
    public bool IsApartFrom(Finding other) => Difference.Lower95 > other.Difference.Upper95 || Difference.Upper95 < other.Difference.Lower95;
}

/// <summary>What replications say of a difference.</summary>
internal enum Verdict
{
    /// <summary>The interval lies above 0.</summary>
    Rises,

    /// <summary>The interval lies below 0.</summary>
    Falls,

    /// <summary>The interval contains 0 and little else.</summary>
    NoMoreThanChance,

    /// <summary>No replication differs.</summary>
    Same,

    /// <summary>The interval contains 0, and differences that would matter.</summary>
    CannotBeTold,

    /// <summary>One replication: there is no interval.</summary>
    NoInterval,

    /// <summary>There is no number.</summary>
    Undefined,
}

/// <summary>A sentence of the answer.</summary>
/// <param name="Main">What matters; the whole sentence where there is no detail.</param>
/// <param name="Detail">The rest, up to the full stop: where it is large, where it is small.</param>
internal sealed record Sentence(string Main, string Detail = "")
{
    public override string ToString() => Main + Detail;
}
