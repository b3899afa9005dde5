using System.Globalization;
using System.Text;
using FlowSim.Scenarios.Description.Measures;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>The definition of a measure in one sentence, made from its form, for measures that declare none.</summary>
internal static class DefinitionText
{
    public static string Of(MeasureDescription measure)
    {
        var first = Words(measure.Numerator);
        var sentence = measure.Style switch
        {
            MeasureStyle.Share => $"share of {Words(measure.Numerator.WithoutLimit)} that took {Limits(measure.Numerator)}",
            MeasureStyle.Rate => $"{first}, {Per(measure.Per)}",
            MeasureStyle.Mean => $"mean of {first}",
            MeasureStyle.Deviation => $"standard deviation of {first}",
            MeasureStyle.Difference => $"the measure {measure.Parts!.Value.From} less the measure {measure.Parts.Value.Less}",
            MeasureStyle.Quantile => $"{ShareText.Write(measure.Probability)} quantile of {first}",
            MeasureStyle.Ratio => $"{first} divided by {Words(measure.Denominator!)}",
            MeasureStyle.Average => $"{first}, averaged over time",
            MeasureStyle.PerCensus => $"{first}, averaged over the censuses",
            _ => $"{first}, added up over the period",
        };
        return char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";
    }

    private static string Per(RatePeriod per) => per switch
    {
        RatePeriod.Day => "per day",
        RatePeriod.Month => "per month of 365.25 / 12 days",
        _ => "per 100,000 people and month of 365.25 / 12 days",
    };

    private static string Words(QuantityDescription quantity)
    {
        var words = new StringBuilder(quantity.Form.Words)
            .Replace("{names}", string.Join(" or ", quantity.Names))
            .Replace("{hour}", TimeSpan.FromSeconds(quantity.CensusAt).ToString(@"hh\:mm", CultureInfo.InvariantCulture))
            .Replace("{share}", ShareText.Write(quantity.Threshold))
            .Replace("{part}", Part(quantity.Part))
            .Replace("{days}", Days(quantity))
            .Replace("{inside}", quantity.In.Count == 0 ? "" : $" in {string.Join(" or ", quantity.In)}")
            .Replace("{target}", quantity.Reason is null ? "" : $" and go to {quantity.Reason}");
        var limits = quantity.HasLimit ? $" after {Limits(quantity)}" : "";
        var filters = quantity.Filters.Count == 0 ? "" : ", where " + string.Join(" and ", quantity.Filters.Select(filter => filter.Text));
        return $"{words}{limits}{Delays(quantity)}{filters}";
    }

    private static string Days(QuantityDescription quantity) =>
        quantity.Threshold < 0 ? "" : $" for more than {NumberText.Write(quantity.Threshold)} whole days";

    private static string Part(WaitPart part) => part switch
    {
        WaitPart.Place => "place ",
        WaitPart.Staff => "staff ",
        _ => "",
    };

    private static string Limits(QuantityDescription quantity)
    {
        var over = quantity.Over < 0 ? "" : $"more than {UnitText.Write(quantity.Over)}";
        var within = quantity.Within < 0 ? "" : $"at most {UnitText.Write(quantity.Within)}";
        return over.Length > 0 && within.Length > 0 ? $"{over} and {within}" : over + within;
    }

    private static string Delays(QuantityDescription quantity)
    {
        var reasons = quantity.Reasons.Count == 0 ? "" : $" for reason {string.Join(" or ", quantity.Reasons)}";
        return reasons + (quantity.Attribution is null ? "" : $" attributed to {quantity.Attribution}");
    }
}
