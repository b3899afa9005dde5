namespace FlowSim.Scenarios.Stays;

/// <summary>
/// How many stays are longer than so many days, as recorded: the product-limit estimate, in which who is still in bed counts as long as known.
/// </summary>
public static class Survival
{
    private const double HalfADay = 0.5;

    /// <summary>The share that is longer, from each length at which a stay ends (Kaplan and Meier 1958); of nights the middle between the ends.</summary>
    public static IReadOnlyList<(double Days, double Share)> Of(IReadOnlyList<Stay> stays)
    {
        var points = new List<(double, double)> { (0, 1) };
        var (left, share) = (stays.Count, 1.0);
        foreach (var at in stays.GroupBy(At).OrderBy(at => at.Key))
        {
            var ended = at.Count(stay => stay.Kind != StayKind.Over);
            if (ended > 0)
            {
                share *= 1 - ((double)ended / left);
                points.Add((at.Key, share));
            }

            left -= at.Count();
        }

        return points;
    }

    private static double At(Stay stay) => stay.Kind == StayKind.Nights && stay.Days == 0 ? HalfADay : stay.Days;
}
