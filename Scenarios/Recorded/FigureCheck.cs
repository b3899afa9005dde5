using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Recorded;

/// <summary>What must hold of the figures of a file together.</summary>
internal static class FigureCheck
{
    /// <summary>Refuses figures that overlap, months left out, and a file of which no month is simulated.</summary>
    public static void Check(NamedFile file, IReadOnlyList<RecordedFigure> figures, RunPlan run, ProblemList problems)
    {
        RefuseOverlap(file, figures, problems);
        RefuseGaps(file, figures, problems);
        if (figures.Count > 0 && !problems.HasErrors && !figures.Any(figure => figure.IsThere && IsIn(figure.Month, run)))
        {
            problems.Error(file.Table.Where, $"{file.Kind}.{RecordedRows.MonthColumn}",
                $"a recorded month from {RecordedRows.MonthOf(FirstMonth(run))} to {RecordedRows.MonthOf(LastMonth(run))}, which are simulated",
                $"{RecordedRows.MonthOf(figures.Min(figure => figure.Month))} to {RecordedRows.MonthOf(figures.Max(figure => figure.Month))}",
                "run: in system.yaml, --years and --days say how long a run is.");
        }
    }

    /// <summary>True for a month that the run simulates, from its first day on.</summary>
    public static bool IsIn(DateOnly month, RunPlan run) => month >= FirstMonth(run) && month <= LastMonth(run);

    private static DateOnly FirstMonth(RunPlan run)
    {
        var starts = run.FirstDay.AddDays((run.Start + SimTime.Day - 1) / SimTime.Day);
        return starts.Day == 1 ? starts : new DateOnly(starts.Year, starts.Month, 1).AddMonths(1);
    }

    private static DateOnly LastMonth(RunPlan run)
    {
        var ends = run.FirstDay.AddDays((run.End - 1) / SimTime.Day);
        return new DateOnly(ends.Year, ends.Month, 1);
    }

    private static void RefuseOverlap(NamedFile file, IReadOnlyList<RecordedFigure> figures, ProblemList problems)
    {
        var known = new Dictionary<(DateOnly, RecordedCell), RecordedFigure>();
        var subjects = new Dictionary<(DateOnly, string), RecordedFigure>();
        foreach (var figure in figures)
        {
            RecordedFigure? before = null;
            if (subjects.TryGetValue((figure.Month, figure.Subject), out var same))
            {
                before = same;
            }
            else
            {
                subjects.Add((figure.Month, figure.Subject), figure);
                before = figure.IsThere
                    ? figure.Cells.Select(cell => known.GetValueOrDefault((figure.Month, cell))).FirstOrDefault(other => other is not null)
                    : null;
            }

            if (before is not null)
            {
                problems.Error(figure.Where, file.Kind, "each month, place and type in one row",
                    $"{RecordedRows.MonthOf(figure.Month)}, {figure.Subject}, of which {before.Subject} gives a part or all",
                    $"That is at {before.Where}. A row of all types, or of a trust, stands in place of rows of its parts: keep one or the other.");
            }

            foreach (var cell in figure.IsThere ? figure.Cells : [])
            {
                known.TryAdd((figure.Month, cell), figure);
            }
        }
    }

    /// <summary>A month left out by mistake would be simulated as described, and nobody would see it.</summary>
    private static void RefuseGaps(NamedFile file, IReadOnlyList<RecordedFigure> figures, ProblemList problems)
    {
        foreach (var series in figures.GroupBy(figure => figure.Subject))
        {
            var ordered = series.OrderBy(figure => figure.Month).ToList();
            foreach (var (before, after) in ordered.Zip(ordered.Skip(1)).Where(pair => pair.First.Month.AddMonths(1) < pair.Second.Month))
            {
                var (from, to) = (RecordedRows.MonthOf(before.Month.AddMonths(1)), RecordedRows.MonthOf(after.Month.AddMonths(-1)));
                problems.Error(after.Where, $"{file.Kind}.{RecordedRows.MonthColumn}", "a row for every month between the first and the last",
                    $"no {(from == to ? from : $"{from} to {to}")} of {series.Key}",
                    "Add it; where it was not recorded leave the number empty, and the month is simulated as described.");
            }
        }
    }
}
