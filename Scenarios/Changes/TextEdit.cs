using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Changes;

/// <summary>Changes the numbers inside a text: quantities, distributions, times, the <c>after</c> and <c>for</c> of a request.</summary>
internal static class TextEdit
{
    private const string OneNumber = "a number, share, rate or time of the same kind as what is changed";

    /// <summary>The changed text; null if the edit cannot be made, and then what would be needed.</summary>
    /// <param name="parameters">Steps of the path inside the text, such as <c>mean</c> or <c>after</c>; empty for the whole.</param>
    public static string? Apply(string text, ReadOnlySpan<string> parameters, NumericEdit edit, out string expected)
    {
        expected = "";
        var changed = parameters switch
        {
            [] => Whole(text, edit, out expected),
            ["after" or "for", .. var rest] => Clause(text, parameters[0], rest, edit, out expected),
            [var name] => Parameter(text, name, edit, out expected),
            _ => null,
        };
        if (changed is null && expected.Length == 0)
        {
            expected = "a path that ends at a number";
        }

        return changed;
    }

    private static string? Whole(string text, NumericEdit edit, out string expected)
    {
        expected = OneNumber;
        if (QuantityText.TryParse(text, out var quantity))
        {
            return Checked(edit.Apply(quantity)?.Text, changed => QuantityText.TryParse(changed, out var read) && read.Kind == quantity.Kind, ref expected);
        }

        var isTime = DistributionText.TryParse(text, out var spec, out _);
        if (!isTime && !DistributionText.TryParseNumber(text, out spec, out _))
        {
            return InsideOf(text, [], edit, ref expected);
        }

        expected = edit.Verb == ChangeVerb.Scale ? OneNumber : "a path to one number; name the parameter, such as \".mean\"";
        return edit.Verb == ChangeVerb.Scale ? Checked(spec!.Scaled(edit.Factor)?.ToText(), changed => IsDistribution(changed, isTime), ref expected) : null;
    }

    /// <summary><c>2 d of office</c>: the time in front is changed.</summary>
    private static string? InsideOf(string text, ReadOnlySpan<string> parameters, NumericEdit edit, ref string expected)
    {
        if (!TimeTextReader.TryParse(text, out var time, out _) || time is not TimeText.Of of)
        {
            return null;
        }

        return Apply(of.Time.ToText(), parameters, edit, out expected) is { } inner ? $"{inner} of {of.Name}" : null;
    }

    private static string? Clause(string text, string name, ReadOnlySpan<string> rest, NumericEdit edit, out string expected)
    {
        expected = $"a request with \"{name}\"";
        if (!RequestTextReader.TryParse(text, out var request, out _) || (name == "after" ? request.After : request.For) is not { } time)
        {
            return null;
        }

        var changed = edit is { Verb: ChangeVerb.Set, Fraction: 1 } && rest.IsEmpty ? edit.Operand : Apply(time.ToText(), rest, edit, out expected);
        if (changed is null || !TimeTextReader.TryParse(changed, out var read, out expected))
        {
            return null;
        }

        return (name == "after" ? request with { After = read } : request with { For = read }).ToText();
    }

    private static string? Parameter(string text, string name, NumericEdit edit, out string expected)
    {
        var isTime = DistributionText.TryParse(text, out var spec, out _);
        if (spec is null && !DistributionText.TryParseNumber(text, out spec, out _))
        {
            expected = "a distribution, for a path that goes on into one";
            return InsideOf(text, [name], edit, ref expected);
        }

        expected = "one of the parameters " + string.Join(", ", spec.Parameters.Select(parameter => parameter.Name));
        var changed = name == "mean" && edit.Verb == ChangeVerb.Scale ? spec.ScaledLaw(edit.Factor) : OneParameter(spec, name, edit);
        return Checked(changed?.ToText(), written => IsDistribution(written, isTime), ref expected);
    }

    private static bool IsDistribution(string text, bool isTime) =>
        isTime ? DistributionText.TryParse(text, out _, out _) : DistributionText.TryParseNumber(text, out _, out _);

    private static DistributionSpec? OneParameter(DistributionSpec spec, string name, NumericEdit edit)
    {
        switch (name)
        {
            case "at-least" when spec.AtLeast is { } least:
                return Changed(least, edit) is { } raised ? spec with { AtLeast = raised } : null;
            case "at-most" when spec.AtMost is { } most:
                return Changed(most, edit) is { } lowered ? spec with { AtMost = lowered } : null;
            default:
                var key = name == "mean" && spec.Family == "constant" ? "value" : name;
                var found = spec.Parameters.FirstOrDefault(parameter => parameter.Name == key);
                return found.Name is not null && Changed(found, edit) is { } changed
                    ? spec with { Parameters = [.. spec.Parameters.Select(parameter => parameter.Name == key ? changed : parameter)] }
                    : null;
        }
    }

    private static DistributionParameter? Changed(DistributionParameter parameter, NumericEdit edit)
    {
        if (!QuantityText.TryParse(parameter.Text, out var quantity) || edit.Apply(quantity) is not { } changed)
        {
            return null;
        }

        return DistributionToken.Split(changed.Text) is [{ Kind: DistributionTokenKind.Number } token]
            ? parameter with { Value = token.Value, Unit = token.Unit }
            : null;
    }

    private static string? Checked(string? changed, Func<string, bool> isValid, ref string expected)
    {
        if (changed is null || isValid(changed))
        {
            return changed;
        }

        expected = $"a change that leaves a valid value, not \"{changed}\"";
        return null;
    }
}
