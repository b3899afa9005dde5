using System.Diagnostics.CodeAnalysis;
using System.Text;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Scenarios.Loading.Text;

/// <summary>One parameter of a distribution.</summary>
/// <param name="Name">As written, or for families without names: constant <c>value</c>; uniform <c>min max</c>; triangular <c>min mode max</c>; binomial <c>n p</c>; empirical <c>unit</c>.</param>
/// <param name="Value">In seconds if it is a time, a fraction if it was a percentage, else as written.</param>
/// <param name="Unit">The unit written, <c>%</c>, or empty.</param>
public readonly record struct DistributionParameter(string Name, double Value, string Unit)
{
    /// <summary>The parameter as the language writes it.</summary>
    public string Text => Unit switch
    {
        "" => NumberText.Write(Value),
        "%" => ShareText.Write(Value),
        _ => DurationText.Write(Value, Unit),
    };
}

/// <summary>A distribution as written: family, parameters, bounds. Times are in seconds.</summary>
public sealed record DistributionSpec
{
    public required string Family { get; init; }

    public required IReadOnlyList<DistributionParameter> Parameters { get; init; }

    /// <summary>Lower bound: values below are raised to it.</summary>
    public DistributionParameter? AtLeast { get; init; }

    /// <summary>Upper bound: values above are lowered to it.</summary>
    public DistributionParameter? AtMost { get; init; }

    /// <summary>Table of an <c>empirical</c> distribution, else empty.</summary>
    public string Table { get; init; } = "";

    /// <summary>Column of an <c>empirical</c> distribution, else empty.</summary>
    public string Column { get; init; } = "";

    /// <summary>The value of a parameter, or null where the family is not written with it.</summary>
    public double? this[string name]
    {
        get
        {
            foreach (var parameter in Parameters)
            {
                if (parameter.Name == name)
                {
                    return parameter.Value;
                }
            }

            return null;
        }
    }

    /// <summary>The same distribution with one parameter replaced; null if it is not written with that parameter.</summary>
    public DistributionSpec? WithParameter(string name, double value) =>
        this[name] is null
            ? null
            : this with { Parameters = [.. Parameters.Select(parameter => parameter.Name == name ? parameter with { Value = value } : parameter)] };

    /// <summary>The text that reads back as this distribution.</summary>
    public string ToText()
    {
        var text = new StringBuilder(Family == "constant" ? "" : Family);
        if (Family == "empirical")
        {
            text.Append(' ').Append(Quoted(Table)).Append(" column ").Append(Quoted(Column));
        }

        foreach (var parameter in Parameters)
        {
            text.Append(text.Length == 0 ? "" : " ").Append(NameInText(parameter)).Append(ValueInText(parameter));
        }

        text.Append(AtLeast is { } least ? " at least " + least.Text : "");
        return text.Append(AtMost is { } most ? " at most " + most.Text : "").ToString();
    }

    /// <summary>The law itself.</summary>
    /// <param name="sample">The values of an <c>empirical</c> distribution, in its unit; needed for that family only.</param>
    public Distribution ToDistribution(double[]? sample = null)
    {
        var law = Law(sample);
        return AtLeast is null && AtMost is null ? law : law.WithBounds(AtLeast?.Value, AtMost?.Value);
    }

    /// <summary>The law itself; false, with what would be right, for parameters that no such law has.</summary>
    public bool TryToDistribution(double[]? sample, [NotNullWhen(true)] out Distribution? law, out string expected)
    {
        (law, expected) = (null, "");
        try
        {
            law = ToDistribution(sample);
        }
        catch (ArgumentException refused)
        {
            expected = refused.Message.Split(';')[0];
            expected = expected.StartsWith("expected ", StringComparison.Ordinal) ? expected["expected ".Length..] : expected;
        }

        return law is not null;
    }

    private Distribution Law(double[]? sample) => Family switch
    {
        "constant" => Distribution.Constant(Get("value")),
        "exponential" => Distribution.Exponential(Get("mean")),
        "lognormal" when this["mu"] is { } mu => Distribution.LognormalMuSigma(mu, Get("sigma"), Get("unit")),
        "lognormal" when this["median"] is { } median => median < Get("mean") ? Distribution.LognormalMedianMean(median, Get("mean")) : Distribution.Constant(median),
        _ when this["sd"] == 0 => Distribution.Constant(Get("mean")),
        "lognormal" => Distribution.LognormalMeanSd(Get("mean"), Get("sd")),
        "gamma" => Distribution.Gamma(Get("mean"), Get("sd")),
        "weibull" => Distribution.Weibull(Get("shape"), Get("scale")),
        "normal" => Distribution.Normal(Get("mean"), Get("sd")),
        "uniform" => Distribution.Uniform(Get("min"), Get("max")),
        "triangular" => Distribution.Triangular(Get("min"), Get("mode"), Get("max")),
        "binomial" => Distribution.Binomial((int)Get("n"), Get("p")),
        "empirical" => Distribution.Empirical(Array.ConvertAll(sample ?? [], value => value * Get("unit"))),
        _ => throw new InvalidOperationException($"Unknown family {Family}"),
    };

    private double Get(string name) => this[name] ?? throw new InvalidOperationException($"{Family} without {name}");

    /// <summary>A column's name that is no plain word stands in quotation marks.</summary>
    private static string Quoted(string name) => NameText.IsPlain(name) && !char.IsAsciiDigit(name[0]) ? name : $"\"{name}\"";

    private string NameInText(DistributionParameter parameter) => (Family, parameter.Name) switch
    {
        ("empirical", _) => "in ",
        ("lognormal", "unit") => "",
        ("constant" or "uniform" or "triangular" or "binomial", _) => "",
        _ => parameter.Name + " ",
    };

    private static string ValueInText(DistributionParameter parameter)
    {
        var one = TimeUnit.TryGet(parameter.Unit, out var scale) && parameter.Value == scale;
        return parameter.Name == "unit" && one ? parameter.Unit : parameter.Text;
    }
}
