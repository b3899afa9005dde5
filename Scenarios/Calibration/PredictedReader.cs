using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Tables;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Calibration;

/// <summary>Reads <c>predicted.csv</c> beside a system: what a calibration of another year has written, from which the model's own error is known.</summary>
public sealed class PredictedReader
{
    private readonly TableData table;
    private readonly SystemModel model;
    private readonly ProblemList problems;

    private PredictedReader(TableData table, SystemModel model, ProblemList problems)
    {
        this.table = table;
        this.model = model;
        this.problems = problems;
    }

    /// <summary>The figures beside a system; none where there is no such file, or, with problems said, where it is not right.</summary>
    /// <param name="files">The system as read.</param>
    /// <param name="model">The baseline, compiled from it.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static IReadOnlyList<PredictedFigure> Of(SystemFiles files, SystemModel model, ProblemList problems) =>
        files.Predicted is { } table ? new PredictedReader(table, model, problems).Read() : [];

    private IReadOnlyList<PredictedFigure> Read()
    {
        string[] columns = ResultTables.Predicted.Columns;
        if (!table.Columns.SequenceEqual(columns))
        {
            problems.Error(table.Where, "predicted", $"the columns {string.Join(", ", columns)}", string.Join(", ", table.Columns),
                "It is the predicted.csv that calibrate --observed has written: copy it as it is.");
            return [];
        }

        var read = table.Rows.Select(row => (Row: row, Figure: Read(row))).Where(one => one.Figure is not null).ToList();
        var known = new Dictionary<(string, string, string, string), SourceLocation>();
        foreach (var (row, figure) in read.Where(one => !known.TryAdd(Subject(one.Figure!), one.Row.Where)))
        {
            problems.Error(row.Where, "predicted", "each measure, place, group and period once",
                $"{figure!.Measure}, {figure.Place}, {figure.Group}, {figure.Period}", $"It is also at {known[Subject(figure)]}.");
        }

        return [.. read.Select(one => one.Figure!)];
    }

    private static (string, string, string, string) Subject(PredictedFigure figure) => (figure.Measure, figure.Place, figure.Group, figure.Period);

    private PredictedFigure? Read(TableRow row)
    {
        var (id, period) = (Cell(row, "measure"), Cell(row, "period"));
        if (Array.Find(model.Measures.Measures, measure => measure.Id == id) is not { } measure)
        {
            Wrong("measure", "a measure that the system declares", Nearest.Hint(id, model.Measures.Measures.Select(one => one.Id)));
            return null;
        }

        if (ObservedPlace.Read(Cell(row, "place"), measure, model, row.Where, problems) is null)
        {
            return null;
        }

        if (ObservedPeriod.Read(period) is null)
        {
            Wrong("period", ObservedPeriod.Expected);
            return null;
        }

        if (Cell(row, "unit") != measure.Unit)
        {
            Wrong("unit", $"{measure.Unit}, the unit of {id}", "The measure has changed since: predict the year again.");
            return null;
        }

        var sound = true;
        var figure = new PredictedFigure
        {
            Measure = id,
            Place = Cell(row, "place"),
            Group = Cell(row, "group"),
            Period = period,
            Unit = measure.Unit,
            Observed = Number("observed", isDemanded: true),
            Modelled = Number("modelled", isDemanded: true),
            Lower95 = Number("lower95"),
            Upper95 = Number("upper95"),
            Persistence = Number("persistence"),
            PersistencePeriod = Cell(row, "persistence_period"),
        };
        return sound ? figure : null;

        double Number(string column, bool isDemanded = false)
        {
            var text = Cell(row, column);
            if (text.Length == 0 && !isDemanded)
            {
                return double.NaN;
            }

            if (NumberText.TryParse(text, out var value, out _))
            {
                return value;
            }

            sound = false;
            Wrong(column, "a number in the unit of the measure, without the unit");
            return double.NaN;
        }

        void Wrong(string column, string expected, string hint = "") =>
            problems.Error(row.Where, $"predicted.{column}", expected, Cell(row, column), hint);
    }

    private string Cell(TableRow row, string column) => row.Cells[table.ColumnOf(column)].Trim();
}
