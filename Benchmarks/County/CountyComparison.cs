using FlowSim.Benchmarks.Harness;
using FlowSim.Simulator.Model;

namespace FlowSim.Benchmarks.County;

/// <summary>The whole system: its year on one core and on two, its memory, and the same four and sixteen times as large.</summary>
internal sealed class CountyComparison
{
    private const int Year = 365;
    private const int Cores = 2;
    private const double EventsPerSecondTarget = 5e6;
    private const double LimitTarget = 0.3;
    private const double SpeedUpTarget = 1.9;
    private const double SecondsPerYearTarget = 2;
    private const double MegabyteTarget = 50;
    private const double GrowthTarget = 1.5;
    private static readonly int[] Factors = [4, 16];

    private readonly CountyRun one;
    private readonly CountyRun other;
    private readonly CountyRun[] larger;
    private readonly List<CountySample> samples = [];
    private readonly List<CountySample>[] largerSamples = [.. Factors.Select(_ => new List<CountySample>())];
    private readonly List<(double Apart, double Together)> pairs = [];
    private readonly int days;
    private (double Held, double Allocated) memory;

    /// <param name="quick">A sixth of the time.</param>
    public CountyComparison(bool quick)
    {
        (days, var spinUp) = quick ? (Year / 6, 10) : (Year, 60);
        var county = CountyModel.Times(1);
        (one, other) = (new CountyRun(county, 1, spinUp, days), new CountyRun(county, 2, spinUp, days));
        larger = [.. Factors.Select(factor => new CountyRun(Checked(county, factor), 1, spinUp, Math.Max(1, days / factor)))];
    }

    public void WarmUp()
    {
        one.Run();
        other.Run();
        Thread.Sleep(250);
        memory = one.Memory();
    }

    public void TakeSamples()
    {
        var (first, second) = (one.Run(), other.Run());
        samples.Add(first);
        samples.Add(second);
        pairs.Add((first.Wall + second.Wall, CountyRun.Together(one, other)));
        for (var index = 0; index < larger.Length; index++)
        {
            largerSamples[index].Add(larger[index].Run());
        }
    }

    /// <param name="limit">Of the bed-blocking model [ns an event].</param>
    public IEnumerable<ResultLine> Lines(double limit)
    {
        var nanoseconds = NanosecondsPerEvent(samples);
        var perYear = samples.Average(sample => (double)sample.Events) * Year / days;
        var moves = samples.Sum(sample => sample.Moves) / samples.Sum(sample => (double)sample.Events);
        var (rate, year) = (1e9 / nanoseconds, nanoseconds * perYear / 1e9);
        yield return Line($"events a second, one core", $"{rate / 1e6:F2} million", $"{limit / nanoseconds:F2}", $"≥ {LimitTarget:F2}",
            limit / nanoseconds >= LimitTarget);
        yield return Line($"the same", $"{rate / 1e6:F2} million", $"", $"≥ {EventsPerSecondTarget / 1e6:F0} million", rate >= EventsPerSecondTarget);
        yield return Line($"an event", $"{nanoseconds:F1} ns/event", $"", $"", null);
        yield return Line($"a patient's move", $"{nanoseconds / moves:F1} ns/move", $"", $"", null);
        yield return Line($"a simulated year, one core", $"{year:F2} s ({perYear / 1e6:F2} million events)", $"", $"≤ {SecondsPerYearTarget:F0} s",
            year <= SecondsPerYearTarget);
        var speedUp = Quantiles.Lower([.. pairs.Select(pair => pair.Apart)]) / Quantiles.Lower([.. pairs.Select(pair => pair.Together)]);
        yield return Line($"two replications on {Cores} cores", $"{speedUp:F2} × one core", $"", $"≥ {SpeedUpTarget:F1} ×", speedUp >= SpeedUpTarget);
        yield return Line($"memory held by a replication", $"{memory.Held:F1} MB", $"", $"≤ {MegabyteTarget:F0} MB", memory.Held <= MegabyteTarget);
        yield return Line($"memory allocated in its year", $"{memory.Allocated:F1} MB", $"", $"", null);
        for (var index = 0; index < Factors.Length; index++)
        {
            var growth = NanosecondsPerEvent(largerSamples[index]) / nanoseconds;
            yield return Line($"{Factors[index]} × as large", $"{growth:F2} × the time per event", $"", $"≤ {GrowthTarget:F1} ×", growth <= GrowthTarget);
        }
    }

    private static double NanosecondsPerEvent(List<CountySample> samples) => Quantiles.Lower([.. samples.Select(sample => sample.NanosecondsPerEvent)]);

    private static ResultLine Line(FormattableString subject, FormattableString value, FormattableString ratio, FormattableString target, bool? isMet) =>
        new("county", FormattableString.Invariant(subject), FormattableString.Invariant(value), FormattableString.Invariant(ratio),
            FormattableString.Invariant(target), isMet);

    private static SystemModel Checked(SystemModel county, int factor)
    {
        var model = CountyModel.Times(factor);
        var forgotten = CountyModel.NotScaled(county, model, factor).ToList();
        return forgotten.Count == 0 ? model : throw new LimitException("county-larger.yaml does not scale " + string.Join(", ", forgotten));
    }
}
