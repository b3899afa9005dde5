namespace FlowSim.Simulator.Sampling;

/// <summary>Uniform numbers for what is drawn outside a run, such as values of uncertain inputs: a function of what they are for, as every draw.</summary>
public static class KeyedUniform
{
    /// <summary>A uniform number in the open interval (0, 1) [probability].</summary>
    /// <param name="seed">Of the experiment.</param>
    /// <param name="name">What is drawn.</param>
    /// <param name="item">Which of many.</param>
    /// <param name="index">Which of several numbers of one item.</param>
    public static double Of(ulong seed, string name, long item, int index) =>
        Philox.Generate(StableHash.Combine(seed, StableHash.Of(name)), (ulong)item, (uint)index).Uniform;
}
