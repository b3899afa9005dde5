using MathNet.Numerics.Distributions;

namespace FlowSim.Scenarios.Results;

/// <summary>How far the model's levels of a measure are from the real system's, by what it gave for a year to which nothing was fitted.</summary>
/// <param name="RootMeanSquare">Of the errors: percentage points of a percentage, of other units a share of what the model gave.</param>
/// <param name="IsShare">True for a share of the level.</param>
/// <param name="Count">How many errors it rests on.</param>
public sealed record LevelError(double RootMeanSquare, bool IsShare, int Count)
{
    /// <summary>
    /// Half widths are so many root mean squares. With many errors that is 95 %; with few the true spread is itself not known, and
    /// <see cref="Cover"/> says what is left.
    /// </summary>
    public const double Width = 2;

    /// <summary>The share of further errors within the half width, if they are like these: by the t-distribution with as many degrees of freedom.</summary>
    public double Cover => StudentT.CDF(0, 1, Count, Width) - StudentT.CDF(0, 1, Count, -Width);

    /// <summary>Half the width of the model's own error of a level, in its unit.</summary>
    public double HalfWidth(double level) => Width * RootMeanSquare * (IsShare ? Math.Abs(level) : 1);
}
