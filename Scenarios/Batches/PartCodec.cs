using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Batches;

/// <summary>Parts of a batch with what they gave, as bytes of one file, in their order.</summary>
internal sealed class PartCodec
{
    private readonly OutcomeCodec outcomes = new();

    public byte[] Write(BatchPart part, ReplicationOutcome outcome)
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes);
        Array.ForEach([part.Run, part.First, part.Count], to.Write);
        to.Write(outcomes.Write(outcome));
        to.Flush();
        return bytes.ToArray();
    }

    public (BatchPart Part, ReplicationOutcome Outcome) Read(byte[] bytes, RowPool? pool)
    {
        using var from = new BinaryReader(new MemoryStream(bytes));
        return (new BatchPart(from.ReadInt32(), from.ReadInt32(), from.ReadInt32()), outcomes.Read(from, pool));
    }
}
