using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Validation;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Calibration;

/// <summary>Reads <c>observed.csv</c> against the system that it is about.</summary>
internal sealed class ObservationReader
{
    private static readonly string[] Demanded = ["measure", "place", "period", "observed", "status", "source"];
    private static readonly string[] Optional = ["group", "observed_lower95", "observed_upper95", "tolerance", "discrepancy", "note"];

    private static readonly string[] Statuses =
        [ObservedStatus.Measured, ObservedStatus.Cited, ObservedStatus.Derived, ObservedStatus.Assumed, ObservedStatus.LaterYear,
            ObservedStatus.Given];

    private readonly TableData table;
    private readonly SystemModel model;
    private readonly MeasuredTime time;
    private readonly ProblemList problems;
    private readonly Dictionary<(string, string, string, string), SourceLocation> known = [];

    private ObservationReader(TableData table, SystemModel model, MeasuredTime time, ProblemList problems)
    {
        this.table = table;
        this.model = model;
        this.time = time;
        this.problems = problems;
    }

    /// <summary>The rows that are right, in the order of the file; what is wrong is said.</summary>
    public static IReadOnlyList<Observation> Read(TableData table, SystemModel model, MeasuredTime time, ProblemList problems)
    {
        var reader = new ObservationReader(table, model, time, problems);
        return reader.HasColumns() ? [.. table.Rows.Select(reader.Read).OfType<Observation>()] : [];
    }

    /// <summary>Path of a column in problems.</summary>
    public static string Path(string column) => $"observed.{column}";

    private bool HasColumns()
    {
        string[] all = [.. Demanded, .. Optional];
        var unknown = table.Columns.Where(column => !all.Contains(column)).ToList();
        foreach (var column in unknown)
        {
            problems.Error(table.Where, Path(column), $"the columns {string.Join(", ", all)}", column, Nearest.Hint(column, all));
        }

        var missing = Demanded.Where(column => table.ColumnOf(column) < 0).ToList();
        foreach (var column in missing)
        {
            problems.Error(table.Where, Path(column), $"a column {column}", string.Join(", ", table.Columns), Nearest.Rename(column, unknown));
        }

        return missing.Count + unknown.Count == 0;
    }

    private Observation? Read(TableRow row)
    {
        var measure = MeasureOf(row);
        var period = PeriodOf(row, measure);
        var places = measure is null ? null : ObservedPlace.Read(Cell(row, "place"), measure, model, row.Where, problems);
        var group = measure is null ? null : GroupOf(row, measure);
        if (NumbersOf(row) is not { } numbers || !HasOrigin(row, numbers) || measure is null || period is null || places is null || group is null)
        {
            return null;
        }

        var read = new Observation
        {
            Where = row.Where,
            Measure = measure,
            Places = places,
            Group = group,
            Period = period,
            Observed = numbers.Observed,
            Lower95 = numbers.Lower,
            Upper95 = numbers.Upper,
            Status = Cell(row, "status"),
            Tolerance = numbers.Tolerance,
            Discrepancy = numbers.Discrepancy,
            Source = Cell(row, "source"),
        };
        if (known.TryAdd(read.Subject, row.Where))
        {
            return read;
        }

        problems.Error(row.Where, "observed", "each measure, place, group and period once", $"{measure.Id}, {read.Place}, {group}, {period.Text}",
            $"It is also at {known[read.Subject]}.");
        return null;
    }

    private MeasureModel? MeasureOf(TableRow row)
    {
        var id = Cell(row, "measure");
        if (Array.Find(model.Measures.Measures, measure => measure.Id == id) is { } found)
        {
            return found;
        }

        problems.Error(row.Where, Path("measure"), "a measure that the system declares", id,
            GenericMeasures.Find(id) is not null
                ? "Every stage and pool has this one by itself: declare one under measures: that says what is meant."
                : Nearest.Hint(id, model.Measures.Measures.Select(measure => measure.Id)));
        return null;
    }

    private ObservedPeriod? PeriodOf(TableRow row, MeasureModel? measure)
    {
        var text = Cell(row, "period");
        if (ObservedPeriod.Read(text) is not { } period)
        {
            problems.Error(row.Where, Path("period"), ObservedPeriod.Expected, text);
            return null;
        }

        if (!time.Has(period))
        {
            problems.Error(row.Where, Path("period"), $"a period of the run: {time}", text, "run: in system.yaml says when it begins, branches and ends; --years measures longer.");
            return null;
        }

        if (measure is { Form: not MeasureForm.Ratio, IsOfYears: false } && period.Parts.Count > 1)
        {
            problems.Error(row.Where, Path("period"), $"one month or year: {measure.Id} is no ratio of sums, and those of several months cannot be put together", text);
            return null;
        }

        if (measure is null || !period.IsMonths || (measure.Monthly && !measure.IsOfYears))
        {
            return period;
        }

        var isQuantile = measure.IsOfYears;
        problems.Error(row.Where, Path("period"), isQuantile ? "a year: quantiles are not kept by month" : "a year, or a measure that is kept by month", text,
            isQuantile ? "" : $"Give {measure.Id} monthly: true.");
        return null;
    }

    private string? GroupOf(TableRow row, MeasureModel measure)
    {
        var text = Cell(row, "group");
        string[] groups = [.. QuantityGroups.Of(model, model.Measures.Quantities[measure.Numerator]).Select(group => group.Label)];
        if (groups.Contains(text))
        {
            return text;
        }

        var expected = groups.Length > 1 ? $"a group of {measure.Id}: {string.Join(", ", groups[1..])}; or nothing, for all of them"
            : $"nothing: {measure.Id} has no groups";
        problems.Error(row.Where, Path("group"), expected, text, Nearest.Hint(text, groups[1..]));
        return null;
    }

    private Numbers? NumbersOf(TableRow row)
    {
        var read = new Numbers(Number(row, "observed"), Number(row, "observed_lower95"), Number(row, "observed_upper95"), Number(row, "tolerance"),
            Number(row, "discrepancy"));
        if (read.Lower > read.Upper)
        {
            return Wrong("observed_lower95", $"a number that is not above observed_upper95 ({Cell(row, "observed_upper95")})");
        }

        if (read.Observed < read.Lower)
        {
            return Wrong("observed", $"a number within its interval, which begins at {Cell(row, "observed_lower95")}");
        }

        if (read.Observed > read.Upper)
        {
            return Wrong("observed", $"a number within its interval, which ends at {Cell(row, "observed_upper95")}");
        }

        if (read.Tolerance <= 0)
        {
            return Wrong("tolerance", "a number above 0, or nothing: the figure is then shown and not judged");
        }

        if (read.Discrepancy < 0)
        {
            return Wrong("discrepancy", "a standard deviation of at least 0, or nothing: it is then half of the tolerance");
        }

        if (Cell(row, "tolerance").Length == 0 && Cell(row, "discrepancy").Length > 0)
        {
            return Wrong("discrepancy", "nothing beside a figure without a tolerance, which is not judged");
        }

        var alone = Array.Find(["observed_lower95", "observed_upper95", "tolerance"], column => Cell(row, column).Length > 0);
        return alone is not null && Cell(row, "observed").Length == 0
            ? Wrong(alone, "nothing where nothing was observed")
            : read;

        Numbers? Wrong(string column, string expected)
        {
            problems.Error(row.Where, Path(column), expected, Cell(row, column));
            return null;
        }
    }

    /// <summary>True where it is said what the figure rests on, as far as it has to be.</summary>
    private bool HasOrigin(TableRow row, Numbers numbers)
    {
        var (status, source) = (Cell(row, "status"), Cell(row, "source"));
        var isObserved = Cell(row, "observed").Length > 0;
        if (!Statuses.Contains(status) && (isObserved || status.Length > 0))
        {
            problems.Error(row.Where, Path("status"), $"one of {string.Join(", ", Statuses)}", status, Nearest.Hint(status, Statuses));
            return false;
        }

        if (!double.IsNaN(numbers.Tolerance) && status == ObservedStatus.Assumed)
        {
            problems.Error(row.Where, Path("tolerance"), "nothing for an assumed figure", Cell(row, "tolerance"),
                "What is recalled is shown and never judged by: leave the tolerance out, or say where the figure was read.");
            return false;
        }

        if (!double.IsNaN(numbers.Tolerance) && status == ObservedStatus.Given)
        {
            problems.Error(row.Where, Path("tolerance"), "nothing for a given figure", Cell(row, "tolerance"),
                "What is put into the run is not judged: leave the tolerance out, or say how the figure was found.");
            return false;
        }

        if (!double.IsNaN(numbers.Tolerance) && source.Length == 0)
        {
            problems.Error(row.Where, Path("source"), "where the figure was read", "", "The model is judged by it.");
            return false;
        }

        if (!NameSafety.IsSafe(source))
        {
            problems.Error(row.Where, Path("source"), "a text that begins with none of =, +, - and @ and holds no control characters", source);
            return false;
        }

        return true;
    }

    private double Number(TableRow row, string column)
    {
        var text = Cell(row, column);
        if (text.Length == 0)
        {
            return double.NaN;
        }

        if (NumberText.TryParse(text, out var value, out _))
        {
            return value;
        }

        problems.Error(row.Where, Path(column), "a number in the unit of the measure, without the unit", text);
        return double.NaN;
    }

    private string Cell(TableRow row, string column) => table.ColumnOf(column) is >= 0 and var at ? row.Cells[at] : "";

    private sealed record Numbers(double Observed, double Lower, double Upper, double Tolerance, double Discrepancy);
}
