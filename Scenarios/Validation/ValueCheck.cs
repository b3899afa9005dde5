using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Validation;

/// <summary>
/// Reports values of undeclared attributes that are named and that nothing gives, and those given that are a misspelt one which is named. (Declared
/// attributes have only the values declared.)
/// </summary>
internal sealed class ValueCheck
{
    /// <summary>One slip turns a shorter word into another too easily (<c>a</c>, <c>ab</c>).</summary>
    private const int ShortestMisspelt = 3;

    private readonly CompileContext context;
    private readonly AttributeIndex attributes;

    private ValueCheck(CompileContext context)
    {
        this.context = context;
        attributes = context.Attributes;
    }

    public static void Check(CompileContext context)
    {
        var check = new ValueCheck(context);
        var named = context.Attributes.Uses.Named.Where(value => check.IsOpen(value.Attribute)).ToList();
        check.NamedOnly(named);
        check.GivenOnly(named);
    }

    private bool IsOpen(int attribute) => !attributes.IsDeclared(attribute) && attributes.KindOf(attribute) == AttributeKind.Named;

    /// <summary>
    /// A value that nobody can have. Where the value it is near to stands beside it, both are meant: a table may hold rows for patients who do not come.
    /// </summary>
    private void NamedOnly(List<(int Attribute, Written At)> named)
    {
        foreach (var (attribute, at) in
            named.Where(value => !IsGiven(value.Attribute, value.At.Text) && context.Scenarios.MayBeUnread(value.At.Text, value.At.Where)))
        {
            var expected = $"a value that something gives to {attributes.NameOf(attribute)}";
            var beside = named.Where(other => other.Attribute == attribute && other.At.Path == at.Path).Select(other => other.At.Text);
            var near = Nearest.To(at.Text, attributes.ValuesOf(attribute).Where(value => IsGiven(attribute, value)));
            if (near is not null && !beside.Contains(near))
            {
                context.Problems.Error(at.Where, at.Path, expected, at.Text, $"Did you mean \"{near}\"?");
            }
            else
            {
                context.Problems.Warning(at.Where, at.Path, expected, at.Text, "No patient can have it: give it to some, or remove it.");
            }
        }
    }

    private void GivenOnly(List<(int Attribute, Written At)> named)
    {
        foreach (var (attribute, at) in attributes.Uses.Given.Where(value => IsOpen(value.Attribute) && value.At.Text.Length >= ShortestMisspelt))
        {
            string[] known = [.. named.Where(value => value.Attribute == attribute).Select(value => value.At.Text)];
            if (!known.Contains(at.Text) && context.Scenarios.MayBeUnread(at.Text, at.Where) && Slip.Of(at.Text, known) is { } near)
            {
                context.Problems.Error(at.Where, at.Path, $"a value of {attributes.NameOf(attribute)} that something asks for", at.Text,
                    $"Did you mean \"{near}\"?");
            }
        }
    }

    private bool IsGiven(int attribute, string value) => attributes.PeekValue(attribute, value) is >= 0 and var index && attributes.CanOccur(attribute, index);
}
