using FlowSim.Benchmarks.Workloads;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Benchmarks.SimSharp;

/// <summary>The engine's keyed draws, made without the engine: each is a function of seed, patient and stage alone (docs/law.md, sentence 21.1).</summary>
internal sealed class KeyedPlans
{
    private const int FirstVisit = 1;
    private const int Replication = 1;
    private static readonly OutcomeSet Ranks = new([0.1, 0.9], [1, 2]);
    private static readonly OutcomeSet Onward = new([0.09, 0.91], [1, 0]);
    private static readonly uint WardName = StableHash.Of("ward");
    private static readonly uint CommunityName = StableHash.Of("community");

    /// <summary>An attribute that a stream gives belongs to no stage, hence the 0.</summary>
    private static readonly uint UrgencyName = (uint)StableHash.Combine(0, StableHash.Of("urgency"));

    private readonly ulong streamKey;
    private readonly Distribution wardStays;
    private readonly Distribution communityStays;

    /// <param name="seed">Of the run.</param>
    /// <param name="speed">How many times as fast everything happens.</param>
    public KeyedPlans(int seed, double speed)
    {
        streamKey = DrawKey.StreamKey((ulong)seed, Replication, StableHash.Of("patients"));
        wardStays = Lognormal.MeanSd(BedBlockingParameters.WardMean / speed, BedBlockingParameters.WardSd / speed);
        communityStays = Lognormal.MeanSd(BedBlockingParameters.CommunityMean / speed, BedBlockingParameters.CommunitySd / speed);
    }

    public PatientPlan Of(long number, int arrivesAt)
    {
        var urgency = DrawKey.Draw(streamKey, number, UrgencyName, DrawPurpose.Attribute, 0, 0);
        var ward = DrawKey.Draw(streamKey, number, WardName, DrawPurpose.Stage, FirstVisit, 0);
        var community = DrawKey.Draw(streamKey, number, CommunityName, DrawPurpose.Stage, FirstVisit, 0);
        return new PatientPlan(arrivesAt, Ranks.Pick(urgency.W0), wardStays.Seconds(ward.Uniform), Onward.Pick(ward.W2) == 1,
            communityStays.Seconds(community.Uniform));
    }
}
