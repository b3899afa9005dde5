using System.Globalization;
using FlowSim.Scenarios.Results.Tables;
using FlowSim.Scenarios.Tracing;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;

namespace FlowSim.Scenarios.Results.EventLogs;

/// <summary>How an event log calls things: which columns it has, and which rows a step makes.</summary>
internal abstract class EventFormat
{
    private readonly LogFrame frame;
    private readonly IReadOnlyList<(string Name, CellKind Kind)> own;
    private readonly string[] attributeColumns;
    private SystemModel? model;

    /// <summary>By column of an attribute: its index in the model, or -1.</summary>
    private int[] attributeAt = [];

    /// <param name="frame">What is logged.</param>
    /// <param name="own">The columns before those of the attributes.</param>
    protected EventFormat(LogFrame frame, IReadOnlyList<(string Name, CellKind Kind)> own)
    {
        (this.frame, this.own) = (frame, own);

        // An attribute may be called like a column, such as 'place'.
        attributeColumns = [.. frame.Attributes.Select(attribute => own.Any(column => column.Name == attribute.Name) ? "attribute." + attribute.Name : attribute.Name)];
    }

    /// <summary>Names, and what the cells hold, in the order of the file.</summary>
    public IReadOnlyList<(string Name, CellKind Kind)> Columns =>
        [.. own, .. attributeColumns.Select((name, index) => (name, frame.Attributes[index].IsText ? CellKind.Text : CellKind.Whole))];

    /// <summary>Rows written so far.</summary>
    public long Events { get; private set; }

    protected LoggedRun Run { get; private set; } = null!;

    protected LogFrame Frame => frame;

    /// <summary>Of the step at hand: its model.</summary>
    protected SystemModel Model => model!;

    /// <summary>Writes a run.</summary>
    public void Write(IRowWriter rows, LoggedRun run, CancellationToken cancel)
    {
        Run = run;
        Begin();
        foreach (var step in run.Steps)
        {
            cancel.ThrowIfCancellationRequested();
            if (!ReferenceEquals(model, step.Model))
            {
                model = step.Model;
                attributeAt = [.. frame.Attributes.Select(column => Array.FindIndex(model.Attributes, attribute => attribute.Name == column.Name))];
            }

            Write(rows, step);
        }
    }

    /// <summary>Another run begins: its patients are others.</summary>
    protected abstract void Begin();

    /// <summary>Writes the rows of a step, if it makes any.</summary>
    protected abstract void Write(IRowWriter rows, LoggedStep step);

    /// <summary>Ends a row with the patient's attributes.</summary>
    protected void EndRow(IRowWriter rows, LoggedStep step)
    {
        for (var index = 0; index < attributeAt.Length; index++)
        {
            var name = attributeColumns[index];
            if (attributeAt[index] is not (>= 0 and var at))
            {
                rows.Empty(name);
            }
            else if (model!.Attributes[at].Values is { Length: > 0 } values)
            {
                rows.Cell(name, step.Values[at] is >= 0 and var value && value < values.Length ? values[value] : "");
            }
            else if (frame.Attributes[index].IsText)
            {
                rows.Cell(name, step.Values[at].ToString(CultureInfo.InvariantCulture));
            }
            else
            {
                rows.Cell(name, step.Values[at]);
            }
        }

        rows.EndRow();
        Events++;
    }

    /// <summary>The patient within a run, the same in every scenario.</summary>
    protected string PatientOf(LoggedStep step) => string.Create(CultureInfo.InvariantCulture, $"{Model.Streams[step.Stream].Name}#{step.Number}");

    /// <summary>The patient within the file.</summary>
    protected string CaseOf(LoggedStep step) => string.Create(CultureInfo.InvariantCulture, $"{Run.Scenario}/{Run.Replication}/{PatientOf(step)}");

    /// <summary>The stage as written; of who comes and goes the arrival, or the exit.</summary>
    protected string ActivityOf(LoggedStep step) => step.Step switch
    {
        TraceStep.Arrived => "arrival",
        TraceStep.Left => Model.Exits[step.To],
        _ => Model.StageTemplates[Model.Stages[step.Stage].Template],
    };

    protected string StreamOf(LoggedStep step) => Model.Streams[step.Stream].Template;

    /// <summary>The place of the stage, or of the stream of who comes; empty where there is none.</summary>
    protected string PlaceOf(LoggedStep step)
    {
        var (dimension, instance) = step.Stage >= 0 && step.Step is not (TraceStep.Arrived or TraceStep.Left)
            ? (Model.Stages[step.Stage].EachDimension, Model.Stages[step.Stage].Instance)
            : (Model.Streams[step.Stream].EachDimension, Model.Streams[step.Stream].Instance);
        return dimension >= 0 && instance >= 0 ? Model.Dimensions[dimension].Instances[instance] : "";
    }

    protected string PoolOf(LoggedStep step) => step.Pool >= 0 ? Model.Pools[step.Pool].Name : "";

    /// <summary>A time by the clock of the system; one without dates has those of its days since the first, which stands for no real day.</summary>
    protected DateTime Moment(int second) => frame.Run.FirstDay.ToDateTime(TimeOnly.MinValue).AddSeconds(second);
}
