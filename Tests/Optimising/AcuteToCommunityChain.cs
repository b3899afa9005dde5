namespace FlowSim.Tests.Optimising;

/// <summary>
/// An acute ward whose arrivals are lost when it is full, and community beds that a share of its patients need and wait for in their acute bed: the Markov
/// chain of (treated, delayed, in the community), solved by successive over-relaxation of its balance equations.
/// </summary>
internal sealed class AcuteToCommunityChain
{
    private const double Relaxed = 1.2;
    private const double Still = 1e-13;

    private readonly int acute;
    private readonly int community;
    private readonly Dictionary<(int Treated, int Delayed, int Community), double> state = [];

    /// <param name="acute">Acute beds.</param>
    /// <param name="community">Community beds.</param>
    /// <param name="arrivals">[per d].</param>
    /// <param name="treatment">Mean [d].</param>
    /// <param name="share">Of patients who need a community bed [0 to 1].</param>
    /// <param name="stay">Mean in the community [d].</param>
    public AcuteToCommunityChain(int acute, int community, double arrivals = 1.5, double treatment = 4, double share = 0.3, double stay = 10)
    {
        (this.acute, this.community) = (acute, community);
        Solve(arrivals, 1 / treatment, share, 1 / stay);
    }

    /// <summary>Share of arrivals who find the ward full [0 to 1].</summary>
    public double Lost => Mean((treated, delayed, _) => treated + delayed == acute ? 1 : 0);

    /// <summary>Acute beds held by those who wait for a community bed.</summary>
    public double Delayed => Mean((_, delayed, _) => delayed);

    public double Occupied => Mean((treated, delayed, _) => treated + delayed);

    private double Mean(Func<int, int, int, double> of) => state.Sum(one => one.Value * of(one.Key.Treated, one.Key.Delayed, one.Key.Community));

    private void Solve(double arrivals, double treated, double share, double left)
    {
        var inflows = new Dictionary<(int, int, int), List<((int, int, int) From, double Rate)>>();
        var outflows = new Dictionary<(int, int, int), double>();
        foreach (var one in States())
        {
            foreach (var (to, rate) in Moves(one, arrivals, treated, share, left))
            {
                (inflows.TryGetValue(to, out var list) ? list : inflows[to] = []).Add((one, rate));
                outflows[one] = outflows.GetValueOrDefault(one) + rate;
            }
        }

        var all = States().ToList();
        all.ForEach(one => state[one] = 1.0 / all.Count);
        for (var change = 1.0; change > Still;)
        {
            change = 0;
            foreach (var one in all)
            {
                var next = inflows[one].Sum(flow => state[flow.From] * flow.Rate) / outflows[one];
                change = Math.Max(change, Math.Abs(next - state[one]));
                state[one] += Relaxed * (next - state[one]);
            }

            var sum = state.Values.Sum();
            all.ForEach(one => state[one] /= sum);
        }
    }

    private IEnumerable<(int, int, int)> States() =>
        from treated in Enumerable.Range(0, acute + 1)
        from delayed in Enumerable.Range(0, acute + 1 - treated)
        from there in delayed > 0 ? Enumerable.Range(community, 1) : Enumerable.Range(0, community + 1)
        select (treated, delayed, there);

    private IEnumerable<((int, int, int) To, double Rate)> Moves((int Treated, int Delayed, int There) one, double arrivals, double treated, double share,
        double left)
    {
        var (n, b, k) = one;
        if (n + b < acute)
        {
            yield return ((n + 1, b, k), arrivals);
        }

        if (n > 0)
        {
            yield return ((n - 1, b, k), n * treated * (1 - share));
            yield return (k < community ? (n - 1, b, k + 1) : (n - 1, b + 1, k), n * treated * share);
        }

        if (k > 0)
        {
            yield return (b > 0 ? (n, b - 1, k) : (n, b, k - 1), k * left);
        }
    }
}
