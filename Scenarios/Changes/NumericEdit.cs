using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Changes;

/// <summary>An edit of a number: what is done, by how much, and how much of it is in force.</summary>
/// <param name="Verb">Set, scale or add.</param>
/// <param name="Operand">New value, factor or amount, as written.</param>
/// <param name="Fraction">0 to 1, while it is phased in.</param>
internal sealed record NumericEdit(ChangeVerb Verb, string Operand, double Fraction)
{
    /// <summary>Factor in force.</summary>
    public double Factor =>
        NumberText.TryParse(Operand, out var factor, out _) || ShareText.TryParsePercent(Operand, out factor)
            ? 1 + (Fraction * (factor - 1))
            : double.NaN;

    /// <summary>The quantity changed; null if the operand is not alike.</summary>
    public QuantityText? Apply(QuantityText quantity)
    {
        if (Verb == ChangeVerb.Scale)
        {
            return quantity.Times(Factor);
        }

        if (!QuantityText.TryParseAmount(Operand, out var operand))
        {
            return null;
        }

        var changed = Verb == ChangeVerb.Add ? quantity.Plus(operand, Fraction) : quantity.Towards(operand, Fraction);
        var whole = quantity.Kind == UnitKind.Number && IsWhole(quantity.Number) && IsWhole(operand.Number);
        return changed is { } number && whole ? number with { Number = Math.Round(number.Number, MidpointRounding.AwayFromZero) } : changed;
    }

    /// <summary>Numbers of things (beds, nurses) stay whole while they are phased in.</summary>
    private static bool IsWhole(double number) => number == Math.Floor(number);
}
