using System.Runtime.CompilerServices;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Kernel;

/// <summary>The inside of a run, for tests that spoil it or watch it.</summary>
internal static class Inside
{
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "patients")]
    public static extern ref PatientStore Patients(Replication run);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "holdings")]
    public static extern ref HoldingStore Holdings(Replication run);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "events")]
    public static extern ref EventList Events(Replication run);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "pools")]
    public static extern ref PoolState[] Pools(Replication run);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "lists")]
    public static extern ref WaitingLists Lists(Replication run);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "model")]
    public static extern ref SystemModel Model(Replication run);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "timeline")]
    public static extern ref SystemTimeline Timeline(Replication run);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "overload")]
    public static extern ref OverloadWatch Overload(Replication run);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "keptOpen")]
    public static extern ref int[] KeptOpen(Replication run);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "exchanges")]
    public static extern ref long Exchanges(Replication run);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "exchangeCandidates")]
    public static extern ref List<int> ExchangeCandidates(Replication run);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "paths")]
    public static extern ref StagePath[] Paths(Replication run);
}
