using FlowSim.Scenarios.Fitting;

namespace FlowSim.Scenarios.Optimising;

/// <summary>A capacity that is free: values that are moved together, step by step, at a price.</summary>
/// <param name="Input">What is moved, and from where to where.</param>
/// <param name="Steps">Steps from the near end of the range to the far one [1 or more].</param>
/// <param name="StepCost">[£ a year].</param>
internal sealed record Lever(FreeInput Input, int Steps, decimal StepCost)
{
    public string Name => Input.Name;

    public string Title => Input.Title;

    /// <summary>Who pays; may be empty.</summary>
    public string Partner { get; init; } = "";

    /// <summary>The year of its prices as written; empty: that of the ledger.</summary>
    public string PriceYear { get; init; } = "";

    /// <summary>Pools and stages that the money pays for.</summary>
    public IReadOnlyList<string> Buys { get; init; } = [];

    /// <summary>By what its price is multiplied to be in prices of the ledger's year.</summary>
    public decimal Rebased { get; init; } = 1;

    /// <summary>[£ a year, in prices of the ledger's year].</summary>
    public decimal CostAt(int step) => step * StepCost * Rebased;

    /// <summary>To what, or by what.</summary>
    public string OperandAt(int step) => Input.Range.At((double)step / Steps);

    /// <summary>So much more than at the near end, in the number of the operand.</summary>
    public double ChangeAt(int step) => NumberOf(OperandAt(step)) - NumberOf(OperandAt(0));

    /// <summary>True where the change at a step changes nothing.</summary>
    public bool IsNothing(int step) => step == 0 && Input.Range.Verb != Inputs.InputRange.Set
        && NumberOf(OperandAt(0)) == (Input.Range.Verb == Inputs.InputRange.Scale ? 1 : 0);

    private static double NumberOf(string operand) =>
        Inputs.InputRange.Read(operand, out var amount) ? amount.Number : double.NaN;
}
