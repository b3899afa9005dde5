using BenchmarkDotNet.Attributes;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Benchmarks;

/// <summary>Keyed draws and the durations made of them.</summary>
public class DrawBenchmarks
{
    private readonly Distribution lognormal = Distribution.LognormalMeanSd(26.3, 19.1);
    private readonly Distribution exponential = Distribution.Exponential(4);
    private readonly ulong key = DrawKey.StreamKey(1, 1, StableHash.Of("arrivals"));
    private long patient;

    [Benchmark(Baseline = true)]
    public double KeyedUniform() => DrawKey.Draw(key, patient++, 7, DrawPurpose.Stage, 1, 0).Uniform;

    [Benchmark]
    public double KeyedExponential() => exponential.Quantile(DrawKey.Draw(key, patient++, 7, DrawPurpose.Stage, 1, 0).Uniform);

    [Benchmark]
    public double KeyedLognormal() => lognormal.Quantile(DrawKey.Draw(key, patient++, 7, DrawPurpose.Stage, 1, 0).Uniform);
}
