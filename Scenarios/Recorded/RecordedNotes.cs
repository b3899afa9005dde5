using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Recorded;

/// <summary>Says in a line each what a file of what was recorded gave, and what stays or grows as described.</summary>
internal sealed class RecordedNotes
{
    /// <summary>A run that begins later than this before what is recorded has not settled [months].</summary>
    private const int MonthsToSettle = 24;

    private readonly CompiledSystem baseline;

    public RecordedNotes(CompiledSystem baseline) => this.baseline = baseline;

    private RunPlan Run => baseline.Model.Run;

    /// <summary>Of attendances.</summary>
    public IEnumerable<string> OfArrivals(NamedFile file, IReadOnlyList<RecordedFigure> all, ArrivalsFit fit, double years)
    {
        var used = Used(all);
        var of = baseline.Recorded;
        foreach (var type in used.GroupBy(figure => figure.Type))
        {
            var cells = type.SelectMany(figure => figure.Cells.Select(cell => (cell, figure.Month))).ToList();
            var streams = cells.SelectMany(pair => of.Types[pair.cell.Type].StreamNames).Distinct();
            var factors = cells.ConvertAll(pair => fit.Factors[pair]);
            yield return FormattableString.Invariant(
                $"note: {file.Option} {file.Name} gives {type.Key} attendances, {type.Sum(figure => figure.Value):F0} in all: {Series(type)}; {string.Join(", ", streams)} take the difference: {factors.Min():F2} to {factors.Max():F2} times what is described");
        }

        var taking = of.Types.SelectMany(type => type.StreamNames).ToHashSet(StringComparer.Ordinal);
        var absent = of.Types.Where((_, type) => !used.Any(figure => figure.Cells.Any(cell => cell.Type == type))).ToList();
        if (absent.Count > 0)
        {
            yield return $"note: {file.Name} has no {string.Join(", ", absent.Select(type => type.Name))}: as described in every month";
        }

        var others = baseline.Description.Streams.Where(stream => stream.To is not null && !taking.Contains(stream.Name.Text)).ToList();
        yield return $"note: all other arrivals are as described: {Growing(others)}; and what the file gives in no month, in the months before and after";
        yield return FormattableString.Invariant(
            $"note: what is described was found by {DescribedMonths.Runs} runs ({years:F0} simulated years, twice); a month's standard error is {100 * fit.RelativeError:0.#} % of its attendances");
        foreach (var note in Left(file, all))
        {
            yield return note;
        }
    }

    /// <summary>Of open beds.</summary>
    public IEnumerable<string> OfBeds(NamedFile file, IReadOnlyList<RecordedFigure> all, BedsFit fit)
    {
        var (beds, more) = (baseline.Recorded.Beds!, fit.More.Values);
        yield return FormattableString.Invariant(
            $"note: {file.Option} {file.Name} gives open beds of {beds.Group}: {Series(Used(all))}; {beds.TakenBy} takes the difference, {more.Min():+0.#;-0.#;0} to {more.Max():+0.#;-0.#;0} beds; in these months no surge of {beds.Group} opens and no closure begins, since what is open is recorded");
        yield return $"note: all other beds, places and staff are as described, and so is {beds.Group} in every other month";
        foreach (var note in Left(file, all))
        {
            yield return note;
        }
    }

    /// <summary>Figures of months that are simulated.</summary>
    public List<RecordedFigure> Used(IEnumerable<RecordedFigure> figures) =>
        [.. figures.Where(figure => figure.IsThere && FigureCheck.IsIn(figure.Month, Run))];

    private IEnumerable<string> Left(NamedFile file, IReadOnlyList<RecordedFigure> all)
    {
        var outside = all.Where(figure => figure.IsThere && !FigureCheck.IsIn(figure.Month, Run)).ToList();
        if (outside.Count > 0)
        {
            yield return FormattableString.Invariant(
                $"note: {outside.Count} {(outside.Count == 1 ? "figure" : "figures")} of {file.Name} ({Months(outside)}) {(outside.Count == 1 ? "is" : "are")} of months that this run does not simulate, and not used (--years, --days and run.starts say which it does)");
        }

        var empty = all.Where(figure => !figure.IsThere).ToList();
        if (empty.Count > 0)
        {
            yield return FormattableString.Invariant(
                $"note: {empty.Count} {(empty.Count == 1 ? "row" : "rows")} of {file.Name} without a number ({Months(empty)}): as described");
        }

        var first = Used(all).Min(figure => figure.Month);
        if (Run.FirstDay.AddMonths(MonthsToSettle) > first)
        {
            yield return $"warning: {file.Name} begins with {RecordedRows.MonthOf(first)}, less than two years after the run does ({RecordedRows.MonthOf(Run.FirstDay)}): beds and waiting lists may not have settled by then (--warm-up, or run.starts)";
        }
    }

    private static string Growing(List<StreamDescription> streams)
    {
        string[] parts =
        [
            .. streams.Where(stream => Growth(stream) is not null).GroupBy(stream => Growth(stream)!)
                .Select(set => $"{string.Join(", ", set.Select(stream => stream.Name.Text))} grow by {set.Key} from the branch on"),
            .. streams.Where(stream => Growth(stream) is null).Select(stream => stream.Name.Text) is var still && still.Any()
                ? new[] { $"{string.Join(", ", still)} stay" }
                : [],
        ];
        return parts.Length > 0 ? string.Join("; ", parts) : "there are none";
    }

    private static string? Growth(StreamDescription stream) => (stream.Rate?.Growth ?? stream.Schedule?.Growth)?.Text;

    /// <summary>Places with the months that they have, those of the same months together.</summary>
    private static string Series(IEnumerable<RecordedFigure> figures) => string.Join("; ",
        figures.GroupBy(figure => figure.Place).Select(place => (Place: place.Key, Months: Months(place))).GroupBy(pair => pair.Months)
            .Select(set => $"{string.Join(", ", set.Select(pair => pair.Place))} {set.Key}"));

    private static string Months(IEnumerable<RecordedFigure> figures)
    {
        var months = figures.Select(figure => figure.Month).Distinct().Order().ToList();
        var whole = months[0].AddMonths(months.Count - 1) == months[^1];
        return months.Count == 1 ? RecordedRows.MonthOf(months[0])
            : FormattableString.Invariant($"{RecordedRows.MonthOf(months[0])} to {RecordedRows.MonthOf(months[^1])}{(whole ? "" : $", {months.Count} months of it")}");
    }
}
