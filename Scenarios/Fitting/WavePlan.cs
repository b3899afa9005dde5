namespace FlowSim.Scenarios.Fitting;

/// <summary>How many points waves have, so that the time allowed is enough.</summary>
internal static class WavePlan
{
    /// <summary>Replications of the described system, and of points that may be the central one.</summary>
    public const int CheckedReplications = 8;

    /// <summary>Points that are run again as candidates for the central one.</summary>
    public const int Contenders = 5;

    /// <summary>Share of the time that is planned for: no machine is always as quick as it was.</summary>
    private const double Planned = 0.92;

    /// <summary>Points of a wave for each input, below which a wave teaches little.</summary>
    private const int PointsPerInput = 10;

    private const int Fewest = 8;

    /// <summary>Points of each wave.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <param name="inputs">Free inputs.</param>
    /// <param name="secondsPerPoint">What a point takes with all threads busy [s].</param>
    /// <param name="secondsLeft">What is left of the time allowed [s].</param>
    public static IReadOnlyList<int> Of(FitSettings settings, int inputs, double secondsPerPoint, double secondsLeft)
    {
        var again = secondsPerPoint * Contenders * CheckedReplications / settings.Replications;
        var room = Math.Max(0, (secondsLeft * Planned) - again) / Math.Max(secondsPerPoint, 1e-6);
        var waves = settings.Waves ?? FitSettings.DefaultWaves;
        while (settings.Waves is null && waves > 1 && room / waves < PointsPerInput * inputs)
        {
            waves--;
        }

        var points = settings.Points ?? (int)Math.Clamp(room / waves, Fewest, FitSettings.MostPointsUnasked);
        return [.. Enumerable.Repeat(points, waves)];
    }
}
