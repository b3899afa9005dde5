namespace FlowSim.Simulator.Sampling.Distributions;

/// <summary>What a parameter of a distribution is.</summary>
public enum ParameterRole
{
    /// <summary>In the unit of what is drawn: a time, or a plain number where numbers are drawn. Multiplied when the distribution is scaled.</summary>
    Size,

    /// <summary>A plain number that says how values spread: kept when the distribution is scaled.</summary>
    Shape,

    /// <summary>A plain number, of the logarithm of what is drawn: scaling adds to it.</summary>
    Logarithm,

    /// <summary>A probability, with or without %.</summary>
    Share,

    /// <summary>The unit that stands behind the last number and belongs to the whole; kept.</summary>
    Unit,
}

/// <summary>A parameter of a form.</summary>
/// <param name="Name">As it is written, or as a change names it where it is written without.</param>
/// <param name="Role">What it is.</param>
/// <param name="Limit">What is too low for it.</param>
public sealed record FormParameter(string Name, ParameterRole Role, ParameterLimit Limit = ParameterLimit.None)
{
    /// <summary>How a user is told that a value is too low; empty if it is not.</summary>
    internal string Broken(double value) => Limit switch
    {
        ParameterLimit.Positive => value > 0 ? "" : $"a {Name} above 0",
        ParameterLimit.NotNegative => value >= 0 ? "" : $"a {Name} that is not negative",
        _ => "",
    };
}

/// <summary>What is too low for a parameter.</summary>
public enum ParameterLimit
{
    None,
    NotNegative,
    Positive,
}
