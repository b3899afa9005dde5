namespace FlowSim.Scenarios.Stays;

/// <summary>The law of a family under which what was recorded is most likely.</summary>
public sealed class StayFit
{
    /// <summary>Parameters of every family.</summary>
    private const int Parameters = 2;

    private readonly StayFamily family;
    private readonly double first;
    private readonly double second;

    internal StayFit(StayFamily family, double first, double second, double logLikelihood)
    {
        (this.family, this.first, this.second) = (family, first, second);
        LogLikelihood = logLikelihood;
    }

    /// <summary>The word of the language: <c>lognormal</c>, <c>gamma</c>, <c>weibull</c>.</summary>
    public string Family => family.Name;

    /// <summary>As the language writes it, in days, with six digits.</summary>
    public string Text => family.Text(first, second);

    /// <summary>Natural logarithm of the likelihood.</summary>
    public double LogLikelihood { get; }

    /// <summary>Akaike's information criterion (Akaike 1974): of two laws the one with the lower is nearer to what was recorded.</summary>
    public double Aic => (2 * Parameters) - (2 * LogLikelihood);

    /// <summary>The chance of a longer stay.</summary>
    /// <param name="days">Length [d].</param>
    public double Survival(double days) => family.Survival(days, first, second);
}
