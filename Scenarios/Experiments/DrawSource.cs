using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// What draws are made of: members of the calibrated set, numbers of the baseline that come with a range, and the ranges of scenarios. Places in [0, 1] are
/// spread evenly within blocks of draws (<see cref="LatinHypercube"/>), and blocks are independent of one another.
/// </summary>
/// <param name="Seed">Of the experiment.</param>
/// <param name="Block">Draws that are spread evenly together [draws].</param>
internal sealed record DrawSource(ulong Seed, int Block)
{
    /// <summary>Null: the system has none.</summary>
    public CalibratedSet? Set { get; init; }

    public required ScenarioInputs Inputs { get; init; }

    /// <summary>Numbers of the baseline that are drawn.</summary>
    public IReadOnlyList<RangedNumber> Numbers { get; init; } = [];

    /// <summary>A draw, or one of its runs.</summary>
    /// <param name="index">Index of the draw [from 0].</param>
    /// <param name="draw">What files call it.</param>
    /// <param name="number">What its random numbers are keyed by.</param>
    public OuterDraw Draw(int index, int draw, int number)
    {
        var at = Set is null ? double.NaN : Place(CalibratedSet.MemberInput, index);
        var member = Set?.At(at);
        var amounts = Inputs.Inputs.Select(input => (Input: input, U: Place(input.Key, index)))
            .Select(one => (one.Input, Amount: one.Input.At(one.U), one.U)).ToList();
        var places = Numbers.Select(one => (Number: one, U: Place(one.Path, index))).ToList();
        return new OuterDraw
        {
            Number = number,
            Draw = draw,
            Values = [.. member?.Values ?? [], .. places.SelectMany(one => one.Number.At(one.U))],
            Where = member?.Where ?? (places.Count > 0 ? places[0].Number.Where : new SourceLocation("", 0, 0)),
            Amounts = amounts.ConvertAll(one => (one.Input, one.Amount)),
            Inputs =
            [
                .. Listed(draw, member, at, amounts.ConvertAll(one => (one.Amount, one.U))),
                .. places.Select(one => Input(draw, ExperimentPlan.BaselineId, one.Number.Path, "", one.Number.OperandAt(one.U), one.U)),
            ],
        };
    }

    /// <summary>The inputs of a replication, in which everything is as described.</summary>
    public IEnumerable<DrawnInput> Described(int number) => Listed(number, Set?.Members.First(member => member.IsCentral), double.NaN,
        [.. Inputs.Inputs.Select(input => (input.Stated, double.NaN))]);

    /// <summary>Where an input is in a draw [0 to 1].</summary>
    public double Place(string input, int index) => LatinHypercube.Column(Seed, input, index / Block, Block)[index % Block];

    private IEnumerable<DrawnInput> Listed(int number, CalibratedMember? member, double at, List<(string Amount, double U)> amounts)
    {
        if (member is not null)
        {
            yield return Input(number, ExperimentPlan.BaselineId, CalibratedSet.MemberInput, "", FormattableString.Invariant($"{member.Number}"), at);
        }

        foreach (var value in member?.Values ?? [])
        {
            yield return Input(number, ExperimentPlan.BaselineId, value.Name, "", value.Operand, double.NaN);
        }

        foreach (var scenario in Inputs.Parts.Keys)
        {
            for (var i = 0; i < Inputs.Inputs.Count; i++)
            {
                if (Inputs.ActsOn(Inputs.Inputs[i], scenario))
                {
                    yield return Input(number, scenario, Inputs.Inputs[i].Name, Inputs.Inputs[i].Reason, amounts[i].Amount, amounts[i].U);
                }
            }
        }
    }

    private static DrawnInput Input(int draw, string scenario, string input, string reason, string value, double u) =>
        new() { Draw = draw, Scenario = scenario, Input = input, Reason = reason, Value = value, U = u };
}
