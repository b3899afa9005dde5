using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Beds;

/// <summary>A time over which beds are counted: months of a run.</summary>
/// <param name="Name">A year, <c>winter 2018/19</c>, or <c>all</c>.</param>
/// <param name="Holds">True for a month of it, such as <c>2018-12</c>.</param>
internal sealed record BedPeriod(string Name, Func<string, bool> Holds)
{
    private const string Winter = "winter ";

    /// <summary>December to March, as in the NHS's winter reports.</summary>
    private static readonly string[] WinterMonths = ["12", "01", "02", "03"];

    public bool IsWinter => Name.StartsWith(Winter, StringComparison.Ordinal);

    /// <summary>The year that is shown, or everything; then the winter of it, if there was one.</summary>
    /// <param name="shown">A year, or <c>all</c>.</param>
    /// <param name="months">The demand by month; several sets have the same months.</param>
    public static IReadOnlyList<BedPeriod> Of(string shown, IReadOnlyList<DemandOfMonth> months)
    {
        var year = new BedPeriod(shown, month => shown == Periods.All || Periods.YearOf(FirstDayOf(month)) == shown);
        var winter = new BedPeriod($"{Winter}{(shown == Periods.All ? "" : shown)}".TrimEnd(), month => IsOfWinter(month) && year.Holds(month));
        var named = months.Select(month => month.Month).Where(month => month.Length > 0 && year.Holds(month)).Distinct().ToList();
        return named.Any(winter.Holds) && !named.All(winter.Holds) ? [year, winter] : [year];
    }

    private static bool IsOfWinter(string month) => month.Length > 0 && WinterMonths.Contains(month[^2..]);

    private static DateOnly FirstDayOf(string month) =>
        DateOnly.ParseExact($"{month}-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
