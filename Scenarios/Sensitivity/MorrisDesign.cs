using FlowSim.Simulator.Sampling;

namespace FlowSim.Scenarios.Sensitivity;

/// <summary>
/// Trajectories through the factors (Morris 1991, Technometrics 33): each begins at a place of its own and moves one factor after the other, in an order of its
/// own, by a little more than half its way. Two neighbouring points differ in one factor: by what the result changes is its elementary effect there.
/// </summary>
internal sealed class MorrisDesign
{
    /// <summary>Places at which a factor may be: 0, 1/3, 2/3 and 1.</summary>
    private const int Levels = 4;

    /// <summary>How far a factor is moved: from one of the two lower places to the one that is two further, or back.</summary>
    private const double Step = Levels / (2.0 * (Levels - 1));

    private const string Key = "morris";

    private readonly int[][] moved;

    private MorrisDesign(IReadOnlyList<IReadOnlyList<double>> points, int[][] moved) => (Points, this.moved) = (points, moved);

    /// <summary>By point, the place of each factor [0 to 1]; trajectory after trajectory, each with one point more than there are factors.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Points { get; }

    /// <summary>Trajectories.</summary>
    public int Trajectories => moved.Length;

    /// <summary>Points of one trajectory.</summary>
    public int Length => moved[0].Length + 1;

    /// <param name="factors">How many [1 or more].</param>
    /// <param name="trajectories">How many [2 or more].</param>
    /// <param name="seed">What they follow from; a trajectory is the same however many there are.</param>
    public static MorrisDesign Of(int factors, int trajectories, ulong seed)
    {
        var points = new List<IReadOnlyList<double>>();
        var moved = new int[trajectories][];
        for (var trajectory = 0; trajectory < trajectories; trajectory++)
        {
            var number = trajectory;
            double Draw(int factor, int what) => KeyedUniform.Of(seed, Key, ((long)number << 32) | (uint)factor, what);
            var place = Enumerable.Range(0, factors).Select(factor => Math.Floor(Draw(factor, 0) * (Levels / 2)) / (Levels - 1)).ToArray();
            var isDown = Enumerable.Range(0, factors).Select(factor => Draw(factor, 1) < 0.5).ToArray();
            for (var factor = 0; factor < factors; factor++)
            {
                place[factor] += isDown[factor] ? Step : 0;
            }

            moved[trajectory] = [.. Enumerable.Range(0, factors).OrderBy(factor => Draw(factor, 2))];
            points.Add([.. place]);
            foreach (var factor in moved[trajectory])
            {
                place[factor] += isDown[factor] ? -Step : Step;
                points.Add([.. place]);
            }
        }

        return new MorrisDesign(points, moved);
    }

    /// <summary>
    /// The elementary effects of a factor, by trajectory: what the result would change from the low to the high end if it went on as it does there. NaN where
    /// a point has no value.
    /// </summary>
    /// <param name="factor">Index of the factor.</param>
    /// <param name="values">The result at each point.</param>
    public IReadOnlyList<double> EffectsOf(int factor, IReadOnlyList<double> values) =>
    [
        .. Enumerable.Range(0, Trajectories).Select(trajectory =>
        {
            var at = (trajectory * Length) + Array.IndexOf(moved[trajectory], factor);
            return (values[at + 1] - values[at]) / (Points[at + 1][factor] - Points[at][factor]);
        }),
    ];
}
