using System.Reflection;

namespace FlowSim.Simulator.Sampling.Distributions;

/// <summary>
/// One way in which the model language writes a distribution: its keyword, its parameters and what must hold of them, and the distribution that comes of
/// them. Reading, printing, scaling and every message are worked out from this; nothing else knows of a single distribution.
/// </summary>
public sealed class DistributionForm
{
    /// <param name="keyword">The first word.</param>
    /// <param name="example">The whole of it, as a user would write it.</param>
    /// <param name="parameters">In the order in which they are written and handed to <see cref="Of"/>.</param>
    internal DistributionForm(string keyword, string example, params FormParameter[] parameters)
    {
        Keyword = keyword;
        Example = example;
        Parameters = parameters;
    }

    /// <summary>
    /// Every way to write a distribution: the forms of every class of this folder that has some. A new distribution is a new file, and needs no other.
    /// </summary>
    public static IReadOnlyList<DistributionForm> All { get; } =
    [
        .. typeof(IWrittenDistribution).Assembly.GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IWrittenDistribution)))
            .Select(type => type.GetProperty(nameof(IWrittenDistribution.Forms), BindingFlags.Public | BindingFlags.Static)!)
            .SelectMany(forms => (IReadOnlyList<DistributionForm>)forms.GetValue(null)!)
            .OrderBy(form => form.Keyword, StringComparer.Ordinal),
    ];

    /// <summary>The first word.</summary>
    public string Keyword { get; }

    public string Example { get; }

    public IReadOnlyList<FormParameter> Parameters { get; }

    /// <summary>What a reader of the reference is told beside the example, or empty.</summary>
    internal string Help { get; init; } = "";

    /// <summary>True where each parameter stands behind its name, in any order.</summary>
    public bool IsNamed { get; internal init; } = true;

    /// <summary>True for the one form whose keyword may be left out: a bare value.</summary>
    public bool IsBare { get; internal init; }

    /// <summary>True where whole numbers are counted: no length of time, and there is no half of it.</summary>
    public bool IsCount { get; internal init; }

    /// <summary>True where the values come from a column of a table.</summary>
    public bool IsSample => OfSample is not null;

    /// <summary>What must hold between the parameters, if anything.</summary>
    internal FormRule? Rule { get; init; }

    /// <summary>The distribution of the values of its parameters.</summary>
    internal Func<double[], Distribution>? Of { get; init; }

    /// <summary>The distribution of a column's values, each multiplied by the one parameter: its unit.</summary>
    internal Func<double, double[], Distribution>? OfSample { get; init; }

    /// <summary>True for a word that begins a form.</summary>
    public static bool IsKeyword(string word) => All.Any(form => form.Keyword == word);

    /// <summary>What does not hold of the values of the parameters, as it should be; empty if all is well.</summary>
    public string Broken(double[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            if (Parameters[index].Broken(values[index]) is { Length: > 0 } broken)
            {
                return broken;
            }
        }

        return Rule is null || Rule.Holds(values) ? "" : Rule.Expected;
    }

    /// <summary>The distribution of the values of its parameters.</summary>
    /// <param name="values">In the order of the parameters.</param>
    /// <param name="sample">The column's values, for a form that has one.</param>
    /// <exception cref="ArgumentException">There is no such distribution; the message says what was expected.</exception>
    public Distribution Make(double[] values, double[] sample) => OfSample is not null ? OfSample(values[0], sample) : Of!(values);

    /// <summary>The values of the parameters when everything drawn is multiplied by a factor; null where that is no distribution of this form.</summary>
    public double[]? Scaled(double[] values, double factor)
    {
        var ofLogarithm = Parameters.Any(parameter => parameter.Role == ParameterRole.Logarithm);
        return IsCount || (ofLogarithm && factor <= 0) ? null : [.. values.Select((value, index) => Parameters[index].Role switch
        {
            ParameterRole.Size => value * factor,
            ParameterRole.Logarithm => value + Math.Log(factor),
            _ => value,
        })];
    }
}

/// <summary>A distribution that the model language can write.</summary>
internal interface IWrittenDistribution
{
    static abstract IReadOnlyList<DistributionForm> Forms { get; }
}

/// <summary>What must hold between the parameters of a form, and how a user is told.</summary>
internal sealed record FormRule(Predicate<double[]> Holds, string Expected);
