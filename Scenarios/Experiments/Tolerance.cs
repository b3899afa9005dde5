using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Experiments;

/// <summary>How wide half an interval may be: a share of the mean, or a number in the unit of the measure.</summary>
/// <param name="Size">Above 0; a share where <paramref name="Relative"/>.</param>
/// <param name="Relative">True for a share of the mean.</param>
public readonly record struct Tolerance(double Size, bool Relative)
{
    /// <summary>What <see cref="TryParse"/> takes.</summary>
    public const string Expected = "a share such as 2%, or for one measure a number in its unit, such as wait_mean=0.5";

    private const double Percent = 100;

    /// <summary><c>2%</c>, <c>0.5</c>.</summary>
    public static bool TryParse(string text, out Tolerance tolerance)
    {
        var trimmed = text.Trim();
        var relative = trimmed.EndsWith('%');
        var read = NumberText.TryParse(relative ? trimmed[..^1].TrimEnd() : trimmed, out var number, out _) && number > 0;
        tolerance = new Tolerance(relative ? number / Percent : number, relative);
        return read;
    }
}
