namespace FlowSim.Scenarios.Optimising;

/// <summary>How far each lever is moved, in steps.</summary>
internal sealed class Design : IEquatable<Design>
{
    private readonly int[] steps;

    private Design(int[] steps) => this.steps = steps;

    public IReadOnlyList<int> Steps => steps;

    public int this[int lever] => steps[lever];

    /// <summary>Every lever at the near end of its range.</summary>
    public static Design Nearest(int levers) => new(new int[levers]);

    /// <summary>Every lever at the far end of its range.</summary>
    public static Design Furthest(IReadOnlyList<Lever> levers) => new([.. levers.Select(lever => lever.Steps)]);

    /// <summary>The same with one lever moved; null where it cannot be moved so far.</summary>
    /// <param name="levers">All of them.</param>
    /// <param name="lever">Which is moved.</param>
    /// <param name="by">Steps: forth, or back if negative.</param>
    public Design? Moved(IReadOnlyList<Lever> levers, int lever, int by)
    {
        var moved = steps[lever] + by;
        if (moved < 0 || moved > levers[lever].Steps)
        {
            return null;
        }

        int[] copy = [.. steps];
        copy[lever] = moved;
        return new Design(copy);
    }

    /// <summary>What its capacities cost [£ a year].</summary>
    public double Cost(IReadOnlyList<Lever> levers) => steps.Select((step, at) => (double)levers[at].CostAt(step)).Sum();

    public bool Equals(Design? other) => other is not null && steps.AsSpan().SequenceEqual(other.steps);

    public override bool Equals(object? obj) => Equals(obj as Design);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        Array.ForEach(steps, hash.Add);
        return hash.ToHashCode();
    }

    /// <summary>The steps, lever by lever: <c>2-0-1</c>.</summary>
    public override string ToString() => string.Join('-', steps);
}
