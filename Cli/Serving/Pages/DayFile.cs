using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using FlowSim.Plots.Flows;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;

namespace FlowSim.Cli.Serving.Pages;

/// <summary>
/// A day as the script of its page plays it: tables of names, and flat lists of numbers. <c>present</c> has six for each who is there at midnight (patient,
/// stage, pool, since, state, place), <c>events</c> six for each step (second of the day, patient, kind, stage or exit, pool, place), <c>patients</c> two
/// (stream, number); −1 stands for none.
/// </summary>
internal sealed class DayFile
{
    /// <summary>As the event log calls them; steps that move nobody are left out.</summary>
    private static readonly (TraceStep Step, string Name)[] Kinds =
    [
        (TraceStep.Arrived, "arrive"), (TraceStep.Entered, "schedule"), (TraceStep.Taken, "assign"), (TraceStep.Started, "start"), (TraceStep.Ended, "complete"),
        (TraceStep.GaveUp, "withdraw"), (TraceStep.MovedBack, "reassign"), (TraceStep.Left, "leave"),
    ];

    private readonly FollowedRun run;
    private readonly SystemModel model;
    private readonly SystemNames names;
    private readonly Utf8JsonWriter json;

    private DayFile(FollowedRun run, SystemNames names, Utf8JsonWriter json) => (this.run, model, this.names, this.json) = (run, run.Model, names, json);

    /// <summary>The file, packed with gzip: a county's day is a megabyte, and a session keeps it.</summary>
    /// <param name="run">The day.</param>
    /// <param name="results">Of the same run.</param>
    /// <param name="date">The day as a date.</param>
    /// <param name="scenario">What the scenario is called.</param>
    public static byte[] Of(FollowedRun run, ResultSet results, DateOnly date, string scenario)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Fastest))
        using (var json = new Utf8JsonWriter(packed))
        {
            var map = FlowMap.Of(results, run.Plan.Scenarios[0].Id, DayRoom.Of(run));
            new DayFile(run, SystemNames.Of(results.System), json).Write(map, date, scenario);
        }

        return bytes.ToArray();
    }

    private void Write(FlowMap? map, DateOnly date, string scenario)
    {
        json.WriteStartObject();
        json.WriteString("scenario", scenario);
        json.WriteString("date", date.ToString("O", CultureInfo.InvariantCulture));
        json.WriteNumber("replication", 1);
        json.WriteNumber("width", map?.Width ?? 0);
        json.WriteNumber("height", map?.Height ?? 0);
        json.WriteNumber("pitch", FlowMap.Pitch);
        json.WriteString("svg", map is null ? "" : DayPicture.Svg(map));
        List("boxes", map?.Boxes ?? [], WriteBox);
        List("stages", model.Stages, stage => WriteStage(stage, map));
        List("streams", model.Streams, stream => WriteWay(names.GroupHeading(stream.Name), stream.Template, MapBoxKind.WayIn, map));
        List("exits", model.Exits, exit => WriteWay(names.Group(exit), exit, MapBoxKind.WayOut, map));
        List("pools", model.Pools, pool => json.WriteStringValue(names.Group(pool.Name)));
        List("kinds", Kinds, kind => json.WriteStringValue(kind.Name));
        Numbers("patients", run.Patients.Select(patient => (ReadOnlyMemory<long>)new long[] { patient.Stream, patient.Number }));
        Numbers("present", run.Steps.Where(step => step.Step == TraceStep.Present).Select(Present));
        Numbers("events", run.Steps.Where(IsWritten).Select(Event));
        json.WriteEndObject();
    }

    private void WriteBox(MapBox box)
    {
        json.WriteStartObject();
        json.WriteString("label", box.Label);
        json.WriteString("kind", box.Kind switch { MapBoxKind.WayIn => "in", MapBoxKind.WayOut => "out", _ => "stage" });
        Numbers("box", [box.Left, box.Top, box.Width, box.Height]);
        Numbers("inside", [box.Inside.Left, box.Inside.Top, box.Inside.Width, box.Inside.Height]);
        if (box.QueueWidth > 0)
        {
            Numbers("queue", [box.Queue.Left, box.Queue.Top, box.Queue.Width, box.Queue.Height]);
        }

        json.WriteEndObject();
    }

    /// <summary>A place: what it is called, its box with its group, and whether who waits for staff there stands in a place.</summary>
    private void WriteStage(StageModel stage, FlowMap? map)
    {
        var template = model.StageTemplates[stage.Template];
        var box = BoxesOf(template, MapBoxKind.Stage, map).FirstOrDefault(-1);
        json.WriteStartObject();
        json.WriteString("title", names.GroupHeading(stage.Name));
        json.WriteNumber("box", box);
        json.WriteBoolean("stays", stage.PlaceMode != PlaceMode.None);
        json.WriteEndObject();
    }

    /// <summary>A way in or out, which may have several boxes.</summary>
    private void WriteWay(string title, string template, MapBoxKind kind, FlowMap? map)
    {
        json.WriteStartObject();
        json.WriteString("title", title);
        Numbers("boxes", BoxesOf(template, kind, map).Select(box => (double)box));
        json.WriteEndObject();
    }

    private static IEnumerable<int> BoxesOf(string template, MapBoxKind kind, FlowMap? map) => map is null ? []
        : Enumerable.Range(0, map.Boxes.Count).Where(box => map.Boxes[box].Kind == kind && map.Boxes[box].Names.Contains(template));

    /// <summary>Who has a place where no staff is asked for begins in the same second: that says nothing more.</summary>
    private bool IsWritten(FollowedStep step) => Array.Exists(Kinds, kind => kind.Step == step.Step)
        && (step.Step != TraceStep.Taken || model.Stages[step.Stage].Staff.Length > 0);

    private ReadOnlyMemory<long> Present(FollowedStep step) => new long[]
    {
        step.Patient, step.Stage, step.Pool, step.Since - run.Window.From, step.IsServed ? 2 : step.IsPlaced ? 1 : 0, step.Place,
    };

    private ReadOnlyMemory<long> Event(FollowedStep step) => new long[]
    {
        step.Time - run.Window.From, step.Patient, Array.FindIndex(Kinds, kind => kind.Step == step.Step), step.Step == TraceStep.Left ? step.To : step.Stage,
        step.Pool, step.Place,
    };

    private void List<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    private void Numbers(string name, IEnumerable<double> numbers) => List(name, numbers, number => json.WriteNumberValue(Math.Round(number, 1)));

    private void Numbers(string name, IEnumerable<ReadOnlyMemory<long>> rows) => List(name, rows, row =>
    {
        foreach (var number in row.Span)
        {
            json.WriteNumberValue(number);
        }
    });
}
