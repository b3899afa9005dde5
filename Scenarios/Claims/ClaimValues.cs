using System.Globalization;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Savings;

namespace FlowSim.Scenarios.Claims;

/// <summary>The value that a claim is about, run by run: replications, or draws of what is not known. NaN where a run does not have it.</summary>
/// <param name="changed">The runs of the scenario.</param>
/// <param name="described">The runs of the baseline with the same patients.</param>
/// <param name="periods">The periods that were run.</param>
/// <param name="saved">Pounds gained in each run: by basis, period, and whether after investment.</param>
internal sealed class ClaimValues(ValueTable changed, ValueTable described, ClaimPeriods periods, Func<string, string, bool, double[]> saved)
{
    private const double Million = 1e6;
    private const double PerCent = 100;

    /// <summary>The values; null where the period was not run.</summary>
    public double[]? Of(Claim claim) => claim.Form switch
    {
        ClaimForm.Level => Value(changed, claim, claim.Period),
        ClaimForm.EveryMonth => Worst(claim),
        ClaimForm.Change => Over(Sum(changed, claim, claim.Period), Compared(claim, Sum), (value, before) => value - before),
        ClaimForm.Growth => Over(Value(changed, claim, claim.Period), Compared(claim, Value), (value, before) => PerCent * ((value / before) - 1)),
        ClaimForm.Saving when IsRun(claim) =>
            Array.ConvertAll(Saved(claim, claim.Subject.Split(' ')[1] == ClaimWords.Net), pounds => pounds / Million),
        ClaimForm.Return when IsRun(claim) => Return(claim),
        _ => null,
    };

    private double[]? Compared(Claim claim, Func<ValueTable, Claim, string, double[]?> of) =>
        claim.Comparator == ExperimentPlan.BaselineId ? of(described, claim, claim.Period) : of(described, claim, claim.Comparator);

    private bool IsRun(Claim claim) => ClaimYears.Of(claim.Period) is { } years && years.All(periods.Days.ContainsKey);

    /// <summary>Part of a year is not that year: nothing is extrapolated.</summary>
    private double[]? Value(ValueTable table, Claim claim, string period) =>
        !periods.Cut.Contains(period) && table.TryFind(new ResultKey(period, claim.Subject, claim.Place, ""), out var row) ? row.Values : null;

    /// <summary>What a measure adds up to over a period: bed-days of occupied beds; of a share the share itself.</summary>
    private double[]? Sum(ValueTable table, Claim claim, string period) =>
        Value(table, claim, period) is { } values && claim.Quantity is { } quantity
            ? Array.ConvertAll(values, value => quantity.Of(value, Length(period)))
            : Value(table, claim, period);

    // The last year before the branch is whole.
    private double Length(string period) =>
        periods.Days.TryGetValue(period, out var known) ? known : Periods.FirstDayOf(period).AddYears(1).DayNumber - Periods.FirstDayOf(period).DayNumber;

    private double[]? Worst(Claim claim)
    {
        if (periods.Cut.Contains(claim.Period))
        {
            return null;
        }

        var months = changed.Rows.Where(row => row.Key is { Group: "" } && row.Key.Measure == claim.Subject && row.Key.Place == claim.Place
            && IsMonthOf(row.Key.Period, claim.Period)).Select(row => row.Values).ToList();
        return months.Count == 0 ? null : months.Aggregate((worst, month) => Over(worst, month, claim.Relation == ClaimWords.Above ? Math.Min : Math.Max)!);
    }

    private static bool IsMonthOf(string month, string period) =>
        DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && (period == Periods.All || Periods.YearOf(day) == period);

    private double[] Saved(Claim claim, bool net) => Saved(claim, claim.Subject.Split(' ')[0], net);

    private double[] Saved(Claim claim, string basis, bool net) => YearSums.Added(ClaimYears.Of(claim.Period)!.Select(year => saved(basis, year, net)));

    /// <summary>Over investment as it is spent; without any there is no return on it.</summary>
    private double[] Return(Claim claim)
    {
        var invested = Over(Saved(claim, Basis.Cash, net: false), Saved(claim, Basis.Cash, net: true), (gross, net) => gross - net);
        return Over(Saved(claim, net: false), invested, (gross, spent) => spent > 0 ? gross / spent : double.NaN)!;
    }

    private static double[]? Over(double[]? one, double[]? other, Func<double, double, double> of) =>
        one is null || other is null ? null : [.. one.Zip(other, of)];
}
