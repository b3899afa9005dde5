using FlowSim.Simulator.Sampling;

namespace FlowSim.Scenarios.Fitting;

/// <summary>
/// Many points that emulators do not rule out, however small a share of the ranges they are, by going down in levels (subset simulation, Au and Beck 2001): of
/// the points of a level the least implausible tenth, and around them new ones that are no worse, until a tenth of them are not ruled out.
/// </summary>
internal sealed class Candidates
{
    private const string Key = "fit candidates";

    /// <summary>Share of a level that goes on to the next.</summary>
    private const double Kept = 0.1;

    private const int MostLevels = 25;

    /// <summary>Points of a level for each that is wanted, and at least.</summary>
    private const int PerWanted = 6;

    private const int Least = 4_000;

    /// <summary>Each place is moved with this chance, by up to this many standard deviations of the points kept.</summary>
    private const double Moved = 0.5;

    private const double Step = 1.5;

    private readonly Func<double[], double> implausibility;
    private readonly int inputs;
    private readonly ulong seed;
    private readonly int wanted;
    private readonly int size;
    private long drawn;

    private Candidates(Func<double[], double> implausibility, int inputs, ulong seed, int wave, int wanted)
    {
        this.implausibility = implausibility;
        this.inputs = inputs;
        this.seed = seed;
        this.wanted = wanted;
        size = Math.Max(Least, PerWanted * wanted);
        drawn = (long)wave << 40;
    }

    /// <summary>Points, and about what share of the ranges is like them.</summary>
    /// <param name="Places">Different from each other.</param>
    /// <param name="Share">Of the ranges [fraction].</param>
    /// <param name="ArePlausible">False where nothing was found that is not ruled out: then they are the least implausible.</param>
    public sealed record Found(IReadOnlyList<double[]> Places, double Share, bool ArePlausible);

    /// <param name="implausibility">Emulated.</param>
    /// <param name="inputs">How many inputs there are.</param>
    /// <param name="seed">Of the fit.</param>
    /// <param name="wave">The wave that they are for.</param>
    /// <param name="wanted">Points of that wave.</param>
    public static Found Of(Func<double[], double> implausibility, int inputs, ulong seed, int wave, int wanted) =>
        new Candidates(implausibility, inputs, seed, wave, wanted).Find();

    private Found Find()
    {
        var share = 1.0;
        List<double[]> least = [];
        var level = double.PositiveInfinity;
        Candidate[] all = [.. Enumerable.Range(0, size).Select(_ => At([.. Enumerable.Range(0, inputs).Select(_ => Draw())]))];
        for (var step = 0; ; step++)
        {
            Array.Sort(all, (one, other) => one.Off.CompareTo(other.Off));
            var inside = Array.FindAll(all, one => !RulingOut.IsRuledOut(one.Off));
            var tenth = all[..(int)(Kept * size)];
            least = Different(tenth) is var different && (different.Count >= wanted || least.Count == 0) ? different : least;
            if (inside.Length >= tenth.Length || step == MostLevels || !(tenth[^1].Off < level))
            {
                return inside.Length > 0 ? new Found(Different(inside), share * inside.Length / size, true) : new Found(least, 0, false);
            }

            level = tenth[^1].Off;
            share *= Kept;
            all = Around(tenth, Math.Max(level, RulingOut.Limit));
        }
    }

    /// <summary>Chains from each point that stay within a level.</summary>
    private Candidate[] Around(Candidate[] kept, double level)
    {
        double[] spread = [.. Enumerable.Range(0, inputs).Select(input => Experiments.Sample.StandardDeviation([.. kept.Select(one => one.Places[input])]))];
        var found = new List<Candidate>(size);
        var here = (Candidate[])kept.Clone();
        while (found.Count < size)
        {
            for (var chain = 0; chain < here.Length && found.Count < size; chain++)
            {
                var there = At(Beside(here[chain].Places, spread));
                here[chain] = there.Off <= level ? there : here[chain];
                found.Add(here[chain]);
            }
        }

        return [.. found];
    }

    private double[] Beside(double[] places, double[] spread)
    {
        var beside = (double[])places.Clone();
        for (var input = 0; input < inputs; input++)
        {
            if (Draw() < Moved)
            {
                beside[input] = Reflected(places[input] + (Step * spread[input] * ((2 * Draw()) - 1)));
            }
        }

        return beside;
    }

    /// <summary>A step over an edge comes back from it.</summary>
    private static double Reflected(double place)
    {
        var at = Math.Abs(place) % 2;
        return at > 1 ? 2 - at : at;
    }

    private static List<double[]> Different(Candidate[] candidates) =>
        [.. candidates.Select(one => Array.ConvertAll(one.Places, FreeInput.Rounded)).DistinctBy(places => string.Join(' ', places))];

    private Candidate At(double[] places) => new(places, implausibility(places));

    private double Draw() => KeyedUniform.Of(seed, Key, drawn++, 0);

    private readonly record struct Candidate(double[] Places, double Off);
}
