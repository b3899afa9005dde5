using System.Runtime.CompilerServices;
using FlowSim.Simulator.Measures;

namespace FlowSim.Simulator.Sampling;

/// <summary>Where a draw lies: the same patient has the same random numbers in every scenario, whatever else is drawn.</summary>
/// <remarks>
/// The Philox key holds the seed, the replication and the arrival stream; the counter holds the patient, the stage's name,
/// the purpose, the visit and the index. No two draws of one stream share a counter, except by the masks below or a
/// collision of name hashes.
/// </remarks>
internal static class DrawKey
{
    private const int IndexBits = 12;
    private const int VisitBits = 14;
    private const int PurposeBits = 6;
    private const uint IndexMask = (1u << IndexBits) - 1;
    private const uint VisitMask = (1u << VisitBits) - 1;
    private const uint PurposeMask = (1u << PurposeBits) - 1;

    /// <summary>The Philox key of one arrival stream in one replication.</summary>
    public static ulong StreamKey(ulong seed, int replication, uint streamHash) =>
        StableHash.Combine(StableHash.Combine(seed, (uint)replication), streamHash);

    /// <summary>The random block of one draw.</summary>
    /// <param name="streamKey">From <see cref="StreamKey"/>.</param>
    /// <param name="patient">The patient's number in its stream.</param>
    /// <param name="nameHash">The hash of the stage's name as written, or of another name that the draw belongs to.</param>
    /// <param name="purpose">What is drawn.</param>
    /// <param name="visit">Which visit of the patient to that stage. Masked to 14 bits: visit 16,384 has the random numbers of visit 0.</param>
    /// <param name="index">Which of several draws of one purpose. Masked to 12 bits: index 4,096 is index 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RandomBlock Draw(ulong streamKey, long patient, uint nameHash, DrawPurpose purpose, int visit, int index) =>
        Philox.Generate(streamKey, (ulong)patient, Counter(nameHash, purpose, visit, index));

    /// <summary>The second counter of a draw; the first is the patient's number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Counter(uint nameHash, DrawPurpose purpose, int visit, int index)
    {
        var place = (((uint)purpose & PurposeMask) << (VisitBits + IndexBits))
            | (((uint)visit & VisitMask) << IndexBits)
            | ((uint)index & IndexMask);
        return nameHash | ((ulong)place << 32);
    }
}
