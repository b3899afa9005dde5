using BenchmarkDotNet.Attributes;
using FlowSim.Benchmarks.Twins;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Benchmarks;

/// <summary>Draws, each the cost of one among many: a uniform from a sequential generator and a keyed one, and the durations made of keyed ones.</summary>
public class DrawBenchmarks
{
    private const int Draws = 10_000;
    private readonly Distribution exponential = Exponential.Of(4);
    private readonly Distribution lognormal = Lognormal.MeanSd(26.3, 19.1);
    private readonly Distribution gamma = Gamma.MeanSd(26.3, 19.1);
    private readonly ulong key = DrawKey.StreamKey(1, 1, StableHash.Of("arrivals"));
    private SequentialDraws sequential = new(1);

    [Benchmark(OperationsPerInvoke = Draws)]
    public double SequentialUniform()
    {
        double sum = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            sum += sequential.Uniform(draw, 0, DrawPurpose.Stage);
        }

        return sum;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Draws)]
    public double KeyedUniform()
    {
        double sum = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            sum += Uniform(draw);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Draws)]
    public double KeyedExponential() => Sum(exponential);

    [Benchmark(OperationsPerInvoke = Draws)]
    public double KeyedLognormal() => Sum(lognormal);

    [Benchmark(OperationsPerInvoke = Draws)]
    public double KeyedGamma() => Sum(gamma);

    private double Sum(Distribution distribution)
    {
        double sum = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            sum += distribution.Seconds(Uniform(draw));
        }

        return sum;
    }

    private double Uniform(long patient) => DrawKey.Draw(key, patient, 7, DrawPurpose.Stage, 1, 0).Uniform;
}
