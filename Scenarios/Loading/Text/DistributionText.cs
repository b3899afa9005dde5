using System.Diagnostics.CodeAnalysis;
using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Scenarios.Loading.Text;

/// <summary>Reads a distribution: <c>lognormal mean 3.1 d sd 4 d at least 1 h</c>, <c>uniform 7 d 28 d</c>, or a bare <c>8 min</c>.</summary>
internal static class DistributionText
{
    public const string ExpectedTime = "a length of time with a unit or a distribution, such as \"6.2 d\" or \"lognormal mean 3.1 d sd 4 d\"";
    public const string ExpectedNumber = "a number or a distribution of numbers, such as \"22\" or \"binomial 30 80 %\"";

    /// <summary>No distribution is longer; whoever reads a text piece by piece takes long over one without end.</summary>
    private const int Longest = 1_000;

    /// <summary>A value by itself: the form whose keyword may be left out.</summary>
    private static readonly DistributionForm Bare = DistributionForm.All.Single(form => form.IsBare);

    /// <summary>Reads a distribution of times.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out DistributionSpec? spec, out string expected) =>
        TryParse(text, true, out spec, out expected);

    /// <summary>Reads a distribution of plain numbers.</summary>
    public static bool TryParseNumber(string text, [NotNullWhen(true)] out DistributionSpec? spec, out string expected) =>
        TryParse(text, false, out spec, out expected);

    private static bool TryParse(string text, bool isTime, [NotNullWhen(true)] out DistributionSpec? spec, out string expected)
    {
        spec = null;
        expected = isTime ? ExpectedTime : ExpectedNumber;
        if (text.Length > Longest || DistributionToken.Split(text) is not { Count: > 0 } tokens)
        {
            return false;
        }

        if (!TryCutBounds(tokens, isTime, out var least, out var most))
        {
            expected = isTime ? "bounds such as \"at least 1 h\" and \"at most 60 d\"" : "bounds such as \"at least 1\" and \"at most 60\"";
            return false;
        }

        spec = Body(tokens, isTime, ref expected);
        if (spec is null)
        {
            return false;
        }

        spec = spec with { AtLeast = least, AtMost = most };
        expected = "";
        return true;
    }

    private static DistributionSpec? Body(List<DistributionToken> tokens, bool isTime, ref string expected)
    {
        if (tokens is [{ Kind: DistributionTokenKind.Number } bare])
        {
            return IsValue(bare, isTime)
                ? new DistributionSpec { Form = Bare, Parameters = [new DistributionParameter(Bare.Parameters[0].Name, bare.Value, bare.Unit)] }
                : null;
        }

        if (tokens is not [{ Kind: DistributionTokenKind.Word } keyword, .. var rest])
        {
            return null;
        }

        var forms = DistributionForm.All.Where(form => form.Keyword == keyword.Text).ToList();
        if (forms.Count == 0)
        {
            return null;
        }

        if (isTime && forms.TrueForAll(form => form.IsCount))
        {
            expected = $"a length of time, which a {keyword.Text} count has not, such as \"gamma mean 2 d sd 1 d\"";
            return null;
        }

        if (!isTime && rest.Exists(token => TimeUnit.TryGet(token.Unit, out _)))
        {
            expected = ExpectedNumber + ", without a unit of time";
            return null;
        }

        expected = string.Join(" or ", forms.Select(form => $"\"{Example(form, isTime)}\""));
        var spec = forms.Select(form => form.IsSample ? Sample(form, rest, isTime) : Match(form, rest, isTime)).FirstOrDefault(match => match is not null);
        if (spec is null || spec.Form.Broken([.. spec.Parameters.Select(parameter => parameter.Value)]) is not { Length: > 0 } broken)
        {
            return spec;
        }

        expected = broken;
        return null;
    }

    /// <summary>How a form is written: as its example says, of plain numbers without the units.</summary>
    internal static string Example(DistributionForm form, bool isTime)
    {
        var words = form.Example.Split(' ');
        bool IsUnit(int at) => at > 0 && TimeUnit.TryGet(words[at], out _) && (words[at - 1] == "in" || NumberText.TryParse(words[at - 1], out _, out _));
        return isTime ? form.Example : string.Join(' ', words.Where((word, at) => word != "in" && !IsUnit(at)));
    }

    private static DistributionSpec? Match(DistributionForm form, List<DistributionToken> tokens, bool isTime)
    {
        var parameters = form.Parameters.Where(parameter => parameter.Role != ParameterRole.Unit).ToList();
        var hasUnit = parameters.Count < form.Parameters.Count;
        var step = form.IsNamed ? 2 : 1;
        if (tokens.Count != parameters.Count * step)
        {
            return null;
        }

        var found = new DistributionParameter[parameters.Count];
        for (var at = 0; at < tokens.Count; at += step)
        {
            var slot = form.IsNamed ? parameters.FindIndex(parameter => tokens[at].IsWord(parameter.Name)) : at;
            var token = tokens[at + step - 1];
            var last = hasUnit && at + step == tokens.Count;
            if (slot < 0 || found[slot].Name is not null || !(last ? IsValue(token, isTime) : Fits(token, parameters[slot].Role, isTime)))
            {
                return null;
            }

            found[slot] = new DistributionParameter(parameters[slot].Name, token.Value, token.Unit);
        }

        return new DistributionSpec { Form = form, Parameters = hasUnit ? WithUnit(found, tokens[^1], form.Parameters[^1].Name) : found };
    }

    /// <summary><c>mu 1.2 sigma 0.8 d</c>: the unit stands behind the last number and belongs to the whole.</summary>
    private static DistributionParameter[] WithUnit(DistributionParameter[] found, DistributionToken last, string name)
    {
        var scale = TimeUnit.TryGet(last.Unit, out var seconds) ? seconds : 1;
        return
        [
            .. found.Select(parameter => new DistributionParameter(parameter.Name, parameter.Unit.Length > 0 ? parameter.Value / scale : parameter.Value, "")),
            new DistributionParameter(name, scale, last.Unit),
        ];
    }

    /// <summary><c>stays column days in d</c>.</summary>
    private static DistributionSpec? Sample(DistributionForm form, List<DistributionToken> tokens, bool isTime)
    {
        if (tokens is not [{ Kind: DistributionTokenKind.Word } table, var column, { Kind: DistributionTokenKind.Word } name, .. var rest]
            || !column.IsWord("column"))
        {
            return null;
        }

        if (!TryReadUnit(rest, isTime, out var unit))
        {
            return null;
        }

        return new DistributionSpec
        {
            Form = form,
            Parameters = [unit with { Name = form.Parameters[0].Name }],
            Table = TableName(table.Text),
            Column = name.Text,
        };
    }

    private static bool TryReadUnit(List<DistributionToken> tokens, bool isTime, out DistributionParameter unit)
    {
        unit = new DistributionParameter("unit", 1, "");
        switch (tokens)
        {
            case []:
                return !isTime;
            case [var within, { Kind: DistributionTokenKind.Word } word] when within.IsWord("in") && isTime && TimeUnit.TryGet(word.Text, out var seconds):
                unit = new DistributionParameter("unit", seconds, TimeUnit.ShortOf(word.Text));
                return true;
            case [var within, { Kind: DistributionTokenKind.Number } number] when within.IsWord("in") && IsValue(number, isTime) && number.Value > 0:
                unit = new DistributionParameter("unit", number.Value, number.Unit);
                return true;
            default:
                return false;
        }
    }

    private static string TableName(string file)
    {
        var name = file[(file.LastIndexOf('/') + 1)..];
        return name.EndsWith(".csv", StringComparison.Ordinal) ? name[..^4] : name;
    }

    private static bool TryCutBounds(List<DistributionToken> tokens, bool isTime, out DistributionParameter? least, out DistributionParameter? most)
    {
        (least, most) = (null, null);
        while (tokens is [.., var at, { Kind: DistributionTokenKind.Word } which, var value] && at.IsWord("at"))
        {
            var bound = new DistributionParameter(which.Text, value.Value, value.Unit);
            var twice = which.Text == "least" ? least is not null : most is not null;
            if (twice || which.Text is not ("least" or "most") || value.Kind != DistributionTokenKind.Number || !IsValue(value, isTime))
            {
                return false;
            }

            least = which.Text == "least" ? bound : least;
            most = which.Text == "most" ? bound : most;
            tokens.RemoveRange(tokens.Count - 3, 3);
        }

        return least is null || most is null || least.Value.Value <= most.Value.Value;
    }

    private static bool Fits(DistributionToken token, ParameterRole role, bool isTime) => role switch
    {
        ParameterRole.Size => IsValue(token, isTime),
        ParameterRole.Share => token is { Kind: DistributionTokenKind.Number, Unit: "" or "%" },
        _ => token is { Kind: DistributionTokenKind.Number, Unit: "" },
    };

    private static bool IsValue(DistributionToken token, bool isTime) =>
        token.Kind == DistributionTokenKind.Number && (isTime ? (token.Unit is not ("" or "%") || token is { Unit: "", Value: 0 }) : token.Unit == "");
}
