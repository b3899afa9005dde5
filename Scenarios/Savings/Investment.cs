using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Savings;

/// <summary>A line of a scenario's investment in prices of the ledger's year.</summary>
internal sealed record Investment
{
    public required string Line { get; init; }

    public required string Partner { get; init; }

    /// <summary>As written [£ a year where it comes again every year, else £], in prices of <see cref="PriceYear"/>.</summary>
    public required decimal Pounds { get; init; }

    /// <summary>True for pounds a year, from its day on; false for pounds once.</summary>
    public required bool IsYearly { get; init; }

    public required bool Recurrent { get; init; }

    /// <summary>The day on which it begins.</summary>
    public required DateOnly From { get; init; }

    public required int PriceYear { get; init; }

    /// <summary>By what it is multiplied to be in prices of the ledger's year.</summary>
    public required decimal Rebased { get; init; }

    /// <summary>Years over which pounds once are spread [y].</summary>
    public required int Life { get; init; }

    /// <summary>Pools and stages that it pays for.</summary>
    public IReadOnlyList<string> Buys { get; init; } = [];

    public InputRange? Range { get; init; }

    public required SourceLocation Where { get; init; }

    /// <summary>What is spent in a period that begins on a day, in cash [£].</summary>
    /// <param name="begin">First day of the period.</param>
    /// <param name="days">Its length [d].</param>
    /// <param name="pounds">The amount, as written or as drawn.</param>
    public decimal Cash(DateOnly begin, double days, decimal pounds) => IsYearly
        ? pounds * Rebased * YearsOf(begin, days, int.MaxValue)
        : IsIn(begin, days) ? pounds * Rebased : 0;

    /// <summary>
    /// The same as equivalent annual cost: pounds once are K r ÷ (1 − (1 + r)^−n) a year over their life (HM Treasury, The Green Book), those that come
    /// again what they are.
    /// </summary>
    public decimal Annual(DateOnly begin, double days, decimal pounds, decimal discount) => IsYearly
        ? Cash(begin, days, pounds)
        : EquivalentAnnualCost(pounds * Rebased, discount, Life) * YearsOf(begin, days, Life);

    /// <summary>K r ÷ (1 − (1 + r)^−n) [£ a year]; K ÷ n without discounting.</summary>
    public static decimal EquivalentAnnualCost(decimal capital, decimal discount, int years)
    {
        if (discount == 0)
        {
            return capital / years;
        }

        var grown = 1m;
        for (var year = 0; year < years; year++)
        {
            grown *= 1 + discount;
        }

        return capital * discount / (1 - (1 / grown));
    }

    private bool IsIn(DateOnly begin, double days) => From >= begin && From.DayNumber - begin.DayNumber < days;

    /// <summary>Years of the period in which it runs.</summary>
    private decimal YearsOf(DateOnly begin, double days, int life)
    {
        var start = Math.Max(0, From.DayNumber - begin.DayNumber);
        var end = life < int.MaxValue ? Math.Min(days, From.AddYears(life).DayNumber - begin.DayNumber) : days;
        return end <= start ? 0 : (decimal)(end - start) / DaysOfYear(begin);
    }

    /// <summary>Days of the year that begins on a day: a year that it fills counts as one, leap year or not.</summary>
    private static int DaysOfYear(DateOnly begin) => begin.AddYears(1).DayNumber - begin.DayNumber;
}
