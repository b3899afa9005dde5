using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Simulator.Streams;

/// <summary>
/// The draws that nearly every patient of a stream makes, of attributes and of the time in the first stage: made side by side for the arrivals of a few
/// hours. They are the draws that the patients would make singly.
/// </summary>
internal sealed class ArrivalDraws
{
    /// <summary>Second counters of an arrival's draws; the first stage's is the last.</summary>
    private readonly ulong[] counters;

    /// <summary>By attribute rule of the stream: its place among the draws, or -1: it is drawn singly, if at all.</summary>
    private readonly int[] placeOfRule;

    /// <summary>[draw * room + arrival]; the arrival taken last comes first.</summary>
    private RandomBlock[] blocks = [];
    private int room;
    private int taken;

    public ArrivalDraws(StreamModel stream, uint firstStage)
    {
        FirstStage = firstStage;
        var all = new List<ulong>();
        placeOfRule = new int[stream.Attributes.Length];
        for (var index = 0; index < placeOfRule.Length; index++)
        {
            var rule = stream.Attributes[index];
            placeOfRule[index] = IsDrawn(rule) ? all.Count : -1;
            if (IsDrawn(rule))
            {
                all.Add(DrawKey.Counter(rule.KeyHash, DrawPurpose.Attribute, 0, 0));
            }
        }

        if (firstStage != 0)
        {
            all.Add(DrawKey.Counter(firstStage, DrawPurpose.Stage, 1, 0));
        }

        counters = [.. all];
    }

    private ArrivalDraws() => (counters, placeOfRule) = ([], []);

    /// <summary>Nothing is drawn beforehand.</summary>
    public static ArrivalDraws None { get; } = new();

    /// <summary>Key of the stage whose draw is made, or 0: of none.</summary>
    public uint FirstStage { get; }

    /// <summary>The draw of the first stage on the patient's first visit.</summary>
    public ref readonly RandomBlock OfFirstStage => ref blocks[((counters.Length - 1) * room) + taken];

    /// <summary>True when the draw of an attribute rule of the stream is made.</summary>
    public bool Has(int rule) => rule < placeOfRule.Length && placeOfRule[rule] >= 0;

    /// <summary>The draw of an attribute rule of the stream.</summary>
    public ref readonly RandomBlock Of(int rule) => ref blocks[(placeOfRule[rule] * room) + taken];

    /// <summary>Goes to the draws of an arrival, counted from 1 among those made last.</summary>
    public void Take(int arrival) => taken = arrival;

    /// <summary>Makes the draws of the next arrivals, in whole groups of lanes; those of the one taken stay at hand.</summary>
    public void Make(ulong streamKey, ReadOnlySpan<ulong> numbers)
    {
        var (before, roomBefore) = (blocks, room);
        if (room < numbers.Length + 1 && counters.Length > 0)
        {
            room = (2 * numbers.Length) + 1;
            blocks = new RandomBlock[counters.Length * room];
        }

        for (var draw = 0; draw < counters.Length; draw++)
        {
            if (roomBefore > 0)
            {
                blocks[draw * room] = before[(draw * roomBefore) + taken];
            }

            PhiloxBatch.Generate(streamKey, numbers, counters[draw], blocks.AsSpan((draw * room) + 1, numbers.Length));
        }

        taken = 0;
    }

    private static bool IsDrawn(SetRule rule) =>
        rule.Branches is [{ If: null, Kind: SetKind.Drawn } only, ..] && Array.Exists(only.Outcomes, outcomes => !outcomes.IsSingle);
}
