using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results.Tables;
using FlowSim.Scenarios.Tracing;

namespace FlowSim.Scenarios.Results.EventLogs;

/// <summary>
/// An event log while it comes about: asked for before the runs, kept beside its place while they run, written and given its name at their end.
/// </summary>
public sealed class EventLogFile : IDisposable
{
    private const string FlowSim = "flowsim";
    private const string Vidigi = "vidigi";
    private const string Bupar = "bupar";
    private const string Pm4py = "pm4py";

    private readonly EventLogRequest request;
    private readonly TracePlan trace;

    private EventLogFile(EventLogRequest request, TracePlan trace) => (this.request, this.trace) = (request, trace);

    /// <summary>What a log can look like, the one first that is meant unless another is named.</summary>
    public static IReadOnlyList<string> Formats { get; } = [FlowSim, Vidigi, Bupar, Pm4py];

    /// <summary>What the experiment has to keep.</summary>
    public TracePlan Trace => trace;

    /// <summary>A log of an experiment that has not been run.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="plan">What is to be run.</param>
    /// <param name="fault">What is wrong with the request; null: nothing, and only then there is a log.</param>
    public static EventLogFile? Of(EventLogRequest request, ExperimentPlan plan, out string? fault) =>
        request.Of(plan, out fault) is { } trace ? new EventLogFile(request, trace) : null;

    /// <summary>Writes the log of an experiment that has been run to its end.</summary>
    /// <returns>How many rows it has.</returns>
    /// <exception cref="IOException">It cannot be written; nothing lies under its name that did not before.</exception>
    public long Write(ExperimentPlan plan)
    {
        if (trace.Failure is { } failure)
        {
            throw new IOException(failure);
        }

        var format = FormatOf(new LogFrame(plan.Run, trace.Window, LoggedAttribute.Of(plan.Scenarios)));
        var beside = trace.Beside("part");
        try
        {
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                Write(stream, format, plan);
            }

            File.Move(beside, request.Path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }

        return format.Events;
    }

    /// <summary>Removes what was kept.</summary>
    public void Dispose() => trace.Dispose();

    private void Write(Stream stream, EventFormat format, ExperimentPlan plan)
    {
        if (request.Path.EndsWith(EventLogRequest.Endings[0], StringComparison.OrdinalIgnoreCase))
        {
            using var rows = new CsvRows(stream, [.. format.Columns.Select(column => column.Name)]);
            Write(rows, format, plan);
        }
        else
        {
            using var rows = new ParquetRows(stream, format.Columns);
            Write(rows, format, plan);
        }
    }

    private void Write(IRowWriter rows, EventFormat format, ExperimentPlan plan)
    {
        for (var part = 0; part < plan.Scenarios.Count; part++)
        {
            foreach (var replication in trace.Replications)
            {
                format.Write(rows, new LoggedRun(plan.Scenarios[part].Id, replication, trace.Steps(part, replication)), plan.Cancel);
            }
        }
    }

    private EventFormat FormatOf(LogFrame frame) => request.Format switch
    {
        Vidigi => new VidigiFormat(frame),
        Bupar => new ProcessMiningFormat(frame, MiningWords.Bupar),
        Pm4py => new ProcessMiningFormat(frame, MiningWords.Pm4py),
        _ => new FlowSimFormat(frame),
    };
}
