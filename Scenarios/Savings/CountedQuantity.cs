using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Savings;

/// <summary>How the value of a measure becomes a quantity in a period.</summary>
internal enum CountedAs
{
    /// <summary>A rate, or a level such as occupied beds: times the days.</summary>
    OverTime,

    /// <summary>A sum over the period, as it is.</summary>
    Sum,
}

/// <summary>What a unit cost is multiplied by: a value that every run reports, made a quantity of the period.</summary>
/// <param name="Written">As the file says it, such as <c>use of ward-bed</c>.</param>
/// <param name="Measure">Id of the measure in the results.</param>
/// <param name="Group">Pool, stage or kind in the results; may be empty.</param>
/// <param name="CountedAs">How its value becomes a quantity.</param>
/// <param name="Scale">Units of the price in one of the value, a day where it lasts: 24 where hours are priced and levels counted.</param>
internal sealed record CountedQuantity(string Written, string Measure, string Group, CountedAs CountedAs, double Scale)
{
    /// <summary>The key of its value in the results.</summary>
    public ResultKey KeyOf(string period, string place) => new(period, Measure, place, Group);

    /// <summary>The quantity of a period in units of the price.</summary>
    /// <param name="value">Of the measure.</param>
    /// <param name="days">Length of the period [d].</param>
    public double Of(double value, double days) => Scale * value * (CountedAs == CountedAs.OverTime ? days : 1);
}
