using System.Globalization;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Results;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Calibration;

/// <summary>Reads <c>observed-days.csv</c> against the system that it is about: a row for each day of a series at a place.</summary>
internal sealed class ObservedSeriesReader
{
    private static readonly string[] Columns = ["series", "place", "day", "observed", "status", "source"];
    private static readonly string[] Statuses = [ObservedStatus.Measured, ObservedStatus.Cited, ObservedStatus.Derived];

    private readonly TableData table;
    private readonly SystemModel model;
    private readonly MeasuredTime time;
    private readonly ProblemList problems;

    private ObservedSeriesReader(TableData table, SystemModel model, MeasuredTime time, ProblemList problems)
    {
        this.table = table;
        this.model = model;
        this.time = time;
        this.problems = problems;
    }

    /// <summary>The series that are right, in the order of the file; what is wrong is said.</summary>
    public static IReadOnlyList<ObservedSeries> Read(TableData table, SystemModel model, MeasuredTime time, ProblemList problems)
    {
        if (!Columns.All(table.Columns.Contains) || table.Columns.Length != Columns.Length)
        {
            problems.Error(table.Where, "observed-days", $"the columns {string.Join(", ", Columns)}", string.Join(", ", table.Columns));
            return [];
        }

        return new ObservedSeriesReader(table, model, time, problems).Read();
    }

    private IReadOnlyList<ObservedSeries> Read()
    {
        var read = table.Rows.Select(Read).OfType<Day>().ToList();
        var known = new Dictionary<(string, string, DateOnly), SourceLocation>();
        foreach (var day in read.Where(day => !known.TryAdd((day.Series.Measure, day.Place, day.Date), day.Where)))
        {
            problems.Error(day.Where, "observed-days", "each series, place and day once", $"{day.Series.Measure}, {day.Place}, {day.Date:yyyy-MM-dd}",
                $"It is also at {known[(day.Series.Measure, day.Place, day.Date)]}.");
        }

        return [.. read.GroupBy(day => (day.Series.Measure, day.Place)).Select(set => new ObservedSeries(set.First().Series, set.Key.Place,
            set.DistinctBy(day => day.Date).ToDictionary(day => day.Date, day => day.Observed), set.First().Status, set.First().Source))];
    }

    private Day? Read(TableRow row)
    {
        var (id, place, day, status) = (Cell(row, "series"), Cell(row, "place"), Cell(row, "day"), Cell(row, "status"));
        var daily = model.Measures.Timelines.Where(one => !one.HoursOfWeek).ToList();
        if (daily.Find(one => one.Measure == id) is not { } series)
        {
            return Wrong("series", "a daily series that the system declares under timelines", id, Nearest.Hint(id, daily.Select(one => one.Measure)));
        }

        string[] places = [ResultRow.WholeSystem, .. series.By < 0 ? [] : model.Dimensions[series.By].Instances];
        if (!places.Contains(place))
        {
            return Wrong("place", $"a place of {id}: {string.Join(", ", places)}", place, Nearest.Hint(place, places));
        }

        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return Wrong("day", "a date such as 2016-12-31", day);
        }

        if (!time.Has(ObservedPeriod.MonthOf(date)))
        {
            return Wrong("day", $"a day in a period of the run: {time}", day, "run: in system.yaml says when it begins, branches and ends.");
        }

        if (!NumberText.TryParse(Cell(row, "observed"), out var observed, out _))
        {
            return Wrong("observed", $"a number in {(series.Unit.Length > 0 ? series.Unit : "the unit of the series")}, without the unit", Cell(row, "observed"),
                "Leave out the row of a day that was not recorded.");
        }

        if (!Statuses.Contains(status))
        {
            return Wrong("status", $"one of {string.Join(", ", Statuses)}", status, Nearest.Hint(status, Statuses));
        }

        return Cell(row, "source").Length > 0
            ? new Day(row.Where, series, place, date, observed, status, Cell(row, "source"))
            : Wrong("source", "where the figure was read", "");

        Day? Wrong(string column, string expected, string found, string hint = "")
        {
            problems.Error(row.Where, $"observed-days.{column}", expected, found, hint);
            return null;
        }
    }

    private string Cell(TableRow row, string column) => row.Cells[table.ColumnOf(column)].Trim();

    private sealed record Day(SourceLocation Where, TimelineModel Series, string Place, DateOnly Date, double Observed, string Status, string Source);
}
