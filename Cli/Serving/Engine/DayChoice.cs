using System.Globalization;
using FlowSim.Simulator.Model;

namespace FlowSim.Cli.Serving.Engine;

/// <summary>Which days can be chosen: those that are measured.</summary>
internal sealed class DayChoice
{
    private const string Form = "yyyy-MM-dd";
    private const int DaysAfterBranch = 28;

    public DayChoice(RunPlan run)
    {
        First = run.FirstDay.AddDays((run.MeasureFrom + SimTime.Day - 1) / SimTime.Day);
        Last = run.FirstDay.AddDays((run.End / SimTime.Day) - 1);
        Default = run.FirstDay.AddDays((run.Branch / SimTime.Day) + DaysAfterBranch);
        Default = Default > Last ? Last : Default < First ? First : Default;
        HasDates = run.HasDates;
    }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    /// <summary>The day when none is named.</summary>
    public DateOnly Default { get; }

    /// <summary>False: the dates stand for no real ones.</summary>
    public bool HasDates { get; }

    /// <summary>What is said where a day cannot be chosen.</summary>
    public string Refusal => $"The day has to lie from {Written(First)} to {Written(Last)}: choose another.";

    /// <summary>A day as named; null: it is none that can be chosen.</summary>
    public DateOnly? Of(string? text) => string.IsNullOrEmpty(text) ? Default
        : DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date >= First && date <= Last ? date
        : null;

    /// <summary>As a field for dates wants it.</summary>
    public static string Written(DateOnly date) => date.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>With its weekday.</summary>
    public static string InWords(DateOnly date) => date.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);
}
