using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;

namespace FlowSim.Scenarios.Tracing;

/// <summary>
/// Keeps the steps of one run in a file beside the event log, until all runs are finished and are put into it in their order. So the memory does not grow
/// with the log, and the log does not depend on which run ends first.
/// </summary>
internal sealed class StepSpool : IDisposable
{
    private const int BufferSize = 1 << 16;
    private const byte Served = 1;
    private const byte Placed = 2;

    private readonly BinaryWriter writer;
    private readonly TraceWindow window;

    public StepSpool(Stream stream, TraceWindow window)
    {
        writer = new BinaryWriter(new BufferedStream(stream, BufferSize));
        this.window = window;
    }

    /// <summary>Why the rest could not be kept; null: all is. The run itself goes on: its results do not need the log.</summary>
    public string? Failure { get; private set; }

    /// <summary>Keeps a step of the window; of those who are there when it begins, that they are.</summary>
    public void Write(in PatientStep step)
    {
        if (Failure is not null || (step.Step != TraceStep.Present && (step.Time < window.From || step.Time >= window.To)))
        {
            return;
        }

        try
        {
            WriteFields(step, step.Step == TraceStep.Present ? window.From : step.Time);
        }
        catch (IOException failure)
        {
            Failure = failure.Message;
        }
    }

    /// <summary>The steps that a stream holds, each in the same object.</summary>
    public static IEnumerable<LoggedStep> Read(Stream stream, SystemModel model)
    {
        using var reader = new BinaryReader(new BufferedStream(stream, BufferSize));
        var step = new LoggedStep { Model = model, Values = new int[model.Attributes.Length] };
        for (var kind = reader.BaseStream.ReadByte(); kind >= 0; kind = reader.BaseStream.ReadByte())
        {
            step.Step = (TraceStep)kind;
            ReadFields(reader, step);
            yield return step;
        }
    }

    public void Dispose()
    {
        try
        {
            writer.Dispose();
        }
        catch (IOException failure)
        {
            Failure ??= failure.Message;
        }
    }

    /// <summary>All that was written is in the stream, which stays open.</summary>
    public void Flush() => writer.Flush();

    private void WriteFields(in PatientStep step, int time)
    {
        writer.Write((byte)step.Step);
        writer.Write((byte)((step.IsServed ? Served : 0) | (step.IsPlaced ? Placed : 0)));
        writer.Write(time);
        writer.Write(step.Stream);
        writer.Write(step.Number);
        writer.Write(step.Stage);
        writer.Write(step.Visit);
        writer.Write(step.Since);
        writer.Write(step.To);
        writer.Write(step.Pool);
        writer.Write(step.Held.Length);
        foreach (ref readonly var held in step.Held)
        {
            writer.Write(held.Pool);
            writer.Write(held.Amount);
        }

        foreach (var value in step.Values)
        {
            writer.Write(value);
        }
    }

    private static void ReadFields(BinaryReader reader, LoggedStep step)
    {
        var flags = reader.ReadByte();
        (step.IsServed, step.IsPlaced) = ((flags & Served) != 0, (flags & Placed) != 0);
        step.Time = reader.ReadInt32();
        step.Stream = reader.ReadInt32();
        step.Number = reader.ReadInt64();
        step.Stage = reader.ReadInt32();
        step.Visit = reader.ReadInt32();
        step.Since = reader.ReadInt32();
        step.To = reader.ReadInt32();
        step.Pool = reader.ReadInt32();
        step.Held.Clear();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            step.Held.Add(new HeldUnits(reader.ReadInt32(), reader.ReadInt32()));
        }

        for (var index = 0; index < step.Values.Length; index++)
        {
            step.Values[index] = reader.ReadInt32();
        }
    }
}
