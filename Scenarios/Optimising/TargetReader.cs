using System.Text.RegularExpressions;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Optimising;

/// <summary>Reads targets: <c>beds_lost@north &lt; 2 % with 95 %</c>, <c>wait_mean@north of triage &lt; 20 min</c>.</summary>
internal sealed partial class TargetReader(SystemModel model, string period)
{
    private const string Expected = "MEASURE@PLACE < VALUE, or with >, and perhaps \"with 95 %\" behind, such as beds_lost@north < 2 % with 95 %";

    /// <summary>The target; null with what was expected said.</summary>
    public Target? Read(Written written, ProblemList problems)
    {
        var read = Form().Match(written.Text);
        if (!read.Success)
        {
            problems.Error(written.Where, written.Path, Expected, written.Text);
            return null;
        }

        var (id, place, group) = (read.Groups["measure"].Value, read.Groups["place"].Value, read.Groups["group"].Value);
        if (UnitOf(id) is not { } unit)
        {
            string[] known = [.. model.Measures.Measures.Select(one => one.Id), .. GenericMeasures.All.Select(one => one.Id)];
            problems.Error(written.Where, written.Path, "a measure of the system", id, Nearest.Hint(id, known));
            return null;
        }

        place = place.Length > 0 ? place : ResultRow.WholeSystem;
        if (!IsPlace(id, place, written, problems) || ValueOf(read.Groups["value"].Value.Trim(), unit, written, problems) is not { } bound)
        {
            return null;
        }

        var probability = double.NaN;
        if (read.Groups["with"].Success && (!ShareText.TryParse(read.Groups["with"].Value.Trim(), out probability, out _) || probability is <= 0.5 or >= 1))
        {
            problems.Error(written.Where, written.Path, "a share of years above 50 % and below 100 % behind \"with\"", read.Groups["with"].Value.Trim());
            return null;
        }

        return new Target(written.Text, new ResultKey(period, id, place, group), unit, read.Groups["sign"].Value == "<", bound, probability);
    }

    [GeneratedRegex(@"^\s*(?<measure>[A-Za-z0-9_-]+)\s*(@\s*(?<place>[A-Za-z0-9_-]+))?(\s+of\s+(?<group>[^<>]+?))?\s*(?<sign>[<>])\s*(?<value>[^<>=]+?)(\s+with\s+(?<with>.+))?\s*$")]
    private static partial Regex Form();

    private string? UnitOf(string id) => Array.Find(model.Measures.Measures, measure => measure.Id == id)?.Unit
        ?? GenericMeasures.All.FirstOrDefault(measure => measure.Id == id)?.Unit;

    private bool IsPlace(string id, string place, Written written, ProblemList problems)
    {
        var declared = Array.Find(model.Measures.Measures, measure => measure.Id == id);
        var by = declared is null ? -1 : model.Measures.Quantities[declared.Numerator].By;
        string[] places =
        [
            ResultRow.WholeSystem,
            .. declared is null ? model.Dimensions.SelectMany(dimension => dimension.Instances)
                : by < 0 ? [] : model.Dimensions[by].Instances,
        ];
        if (places.Contains(place))
        {
            return true;
        }

        problems.Error(written.Where, written.Path, $"a place of {id}: {string.Join(", ", places)}", place, Nearest.Hint(place, places));
        return false;
    }

    /// <summary>In the measure's unit.</summary>
    private static double? ValueOf(string text, string unit, Written written, ProblemList problems)
    {
        if (UnitText.IsPercent(unit))
        {
            if (ShareText.TryParsePercent(text, out var fraction))
            {
                return UnitText.PerCent * fraction;
            }

            problems.Error(written.Where, written.Path, "a percentage, such as 2.5 %", text, $"The measure is in {unit}.");
            return null;
        }

        if (UnitText.TryGetPerSecond(unit, out var perSecond) && QuantityText.TryParseAmount(text, out var amount) && amount.Kind == UnitKind.Time)
        {
            return amount.Base * perSecond;
        }

        var number = text.EndsWith(unit, StringComparison.Ordinal) ? text[..^unit.Length].Trim() : text;
        if (NumberText.TryParse(number, out var value, out _) && (number.Length < text.Length || !UnitText.TryGetPerSecond(unit, out _)))
        {
            return value;
        }

        problems.Error(written.Where, written.Path, $"a value in {unit}", text);
        return null;
    }
}
