using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Savings;

namespace FlowSim.Scenarios.Claims;

/// <summary>How a claim is put to the results.</summary>
internal enum ClaimForm
{
    /// <summary>The value of a measure in a period.</summary>
    Level,

    /// <summary>The value of a measure in every month of a period: the worst of them counts.</summary>
    EveryMonth,

    /// <summary>What a measure adds up to over a period, less what it was in the period compared with.</summary>
    Change,

    /// <summary>The change of a measure against the period compared with [%].</summary>
    Growth,

    /// <summary>Pounds of the ledger that are gained on a basis, before or after investment [£ million].</summary>
    Saving,

    /// <summary>Pounds gained on a basis, before investment, for each pound of investment as it is spent.</summary>
    Return,

    /// <summary>Not tested: the reason is said.</summary>
    Said,
}

/// <summary>A claim of a plan, as data: a row of <c>claims.csv</c> beside a system.</summary>
internal sealed record Claim
{
    public required string Name { get; init; }

    /// <summary>The scenario that it is claimed of; empty: every one that is compared.</summary>
    public required string Scenario { get; init; }

    public required ClaimForm Form { get; init; }

    /// <summary>Id of a measure; of savings a basis, with <c>gross</c> before investment or <c>net</c> after it.</summary>
    public required string Subject { get; init; }

    /// <summary>How the measure adds up over a period; null: it is a share or a length, and is compared as it is.</summary>
    public CountedQuantity? Quantity { get; init; }

    /// <summary>An instance, or <c>system</c>.</summary>
    public required string Place { get; init; }

    /// <summary>A financial year, of money also years together such as <c>2017/18 to 2018/19</c>, or <c>all</c>.</summary>
    public required string Period { get; init; }

    /// <summary><c>baseline</c>: the same patients without the scenario; a financial year: the baseline of that year; empty: nothing.</summary>
    public required string Comparator { get; init; }

    /// <summary><c>below</c>, <c>above</c>, or <c>within</c>: no further from 0 than the target.</summary>
    public required string Relation { get; init; }

    /// <summary>NaN where nothing is tested.</summary>
    public required double Target { get; init; }

    /// <summary>The verdict of a claim that is not tested.</summary>
    public required string Verdict { get; init; }

    public required SourceLocation Where { get; init; }

    /// <summary>Whether a value meets the claim.</summary>
    public bool IsMetBy(double value) => Relation switch
    {
        ClaimWords.Below => value < Target,
        ClaimWords.Above => value >= Target,
        _ => Math.Abs(value) <= Target,
    };
}
