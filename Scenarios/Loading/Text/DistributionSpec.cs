using System.Diagnostics.CodeAnalysis;
using System.Text;
using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Scenarios.Loading.Text;

/// <summary>One parameter of a distribution.</summary>
/// <param name="Name">As its form names it.</param>
/// <param name="Value">In seconds if it is a time, a fraction if it was a percentage, else as written.</param>
/// <param name="Unit">The unit written, <c>%</c>, or empty.</param>
internal readonly record struct DistributionParameter(string Name, double Value, string Unit)
{
    /// <summary>The parameter as the language writes it.</summary>
    public string Text => Unit switch
    {
        "" => NumberText.Write(Value),
        "%" => ShareText.Write(Value),
        _ => DurationText.Write(Value, Unit),
    };
}

/// <summary>A distribution as written: form, parameters, bounds. Times are in seconds.</summary>
internal sealed record DistributionSpec
{
    public required DistributionForm Form { get; init; }

    /// <summary>In the order of the form.</summary>
    public required IReadOnlyList<DistributionParameter> Parameters { get; init; }

    /// <summary>Lower bound: values below are raised to it.</summary>
    public DistributionParameter? AtLeast { get; init; }

    /// <summary>Upper bound: values above are lowered to it.</summary>
    public DistributionParameter? AtMost { get; init; }

    /// <summary>Table of a form that takes its values from one, else empty.</summary>
    public string Table { get; init; } = "";

    /// <summary>Column of a form that takes its values from a table, else empty.</summary>
    public string Column { get; init; } = "";

    /// <summary>The first word of the form.</summary>
    public string Family => Form.Keyword;

    /// <summary>The value of a parameter, or null where the form has no such one.</summary>
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

    private double[] Values => [.. Parameters.Select(parameter => parameter.Value)];

    /// <summary>The same distribution with one parameter replaced; null if it is not written with that parameter.</summary>
    public DistributionSpec? WithParameter(string name, double value) =>
        this[name] is null
            ? null
            : this with { Parameters = [.. Parameters.Select(parameter => parameter.Name == name ? parameter with { Value = value } : parameter)] };

    /// <summary>Every value multiplied, bounds included, the shape kept; null for a form whose values cannot be.</summary>
    public DistributionSpec? Scaled(double factor) =>
        ScaledLaw(factor) is { } law
            ? law with { AtLeast = Times(AtLeast, factor), AtMost = Times(AtMost, factor) }
            : null;

    /// <summary>
    /// The distribution multiplied (so mean and sd alike: the coefficient of variation stays), bounds as they were; null for a form whose values cannot be.
    /// </summary>
    public DistributionSpec? ScaledLaw(double factor) =>
        Form.Scaled(Values, factor) is { } values
            ? this with { Parameters = [.. Parameters.Select((parameter, index) => parameter with { Value = values[index] })] }
            : null;

    /// <summary>The text that reads back as this distribution.</summary>
    public string ToText()
    {
        var text = new StringBuilder(Form.IsBare ? "" : Form.Keyword);
        if (Form.IsSample)
        {
            text.Append(' ').Append(Quoted(Table)).Append(" column ").Append(Quoted(Column));
        }

        for (var index = 0; index < Parameters.Count; index++)
        {
            var written = InText(Parameters[index], Form.Parameters[index].Role);
            text.Append(text.Length > 0 && written.Length > 0 ? " " : "").Append(written);
        }

        text.Append(AtLeast is { } least ? " at least " + least.Text : "");
        return text.Append(AtMost is { } most ? " at most " + most.Text : "").ToString();
    }

    /// <summary>What is written.</summary>
    /// <param name="sample">The values of the column, in its unit; needed for a form that takes them from one only.</param>
    public Distribution ToDistribution(double[]? sample = null)
    {
        var law = Form.Make(Values, sample ?? []);
        return AtLeast is null && AtMost is null ? law : law.WithBounds(AtLeast?.Value, AtMost?.Value);
    }

    /// <summary>What is written; false, with what would be right, for parameters that no such distribution has.</summary>
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

    private static DistributionParameter? Times(DistributionParameter? bound, double factor) =>
        bound is { } written ? written with { Value = written.Value * factor } : null;

    /// <summary>A column's name that is no plain word stands in quotation marks.</summary>
    private static string Quoted(string name) => NameText.IsPlain(name) && !char.IsAsciiDigit(name[0]) ? name : $"\"{name}\"";

    private string InText(DistributionParameter parameter, ParameterRole role)
    {
        var isOne = TimeUnit.TryGet(parameter.Unit, out var scale) && parameter.Value == scale;
        return role == ParameterRole.Unit ? parameter.Unit
            : Form.IsSample ? $"in {(isOne ? parameter.Unit : parameter.Text)}"
            : Form.IsNamed ? $"{parameter.Name} {parameter.Text}"
            : parameter.Text;
    }
}
