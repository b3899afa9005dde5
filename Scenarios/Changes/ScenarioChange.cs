using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Changes;

/// <summary>What a change does to the values its path finds.</summary>
internal enum ChangeVerb
{
    /// <summary>Replaces them.</summary>
    Set,

    /// <summary>Multiplies them.</summary>
    Scale,

    /// <summary>Adds a number to them, or puts something new there.</summary>
    Add,

    /// <summary>Takes them away.</summary>
    Remove,
}

/// <summary>One edit by path.</summary>
internal sealed record ScenarioChange
{
    /// <summary>Scenario it is written in.</summary>
    public required string Scenario { get; init; }

    public required ChangeVerb Verb { get; init; }

    /// <summary>What is changed, such as <c>stages.ward@north.time.mean</c>.</summary>
    public required string Path { get; init; }

    public required SourceLocation Where { get; init; }

    /// <summary>Place in the description, for problems: <c>scenarios.hubs.changes[2]</c>.</summary>
    public required string Label { get; init; }

    /// <summary>New value, factor or amount (without its long form); null for <see cref="ChangeVerb.Remove"/>.</summary>
    public Node? Value { get; init; }

    /// <summary>True if something new is put there: <c>add … to</c>.</summary>
    public bool IsNew { get; init; }

    /// <summary>Of a new place: the one whose rows and values it takes over; else empty.</summary>
    public string Like { get; init; } = "";

    /// <summary>First day of the change, or null for from the start.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Length of the phasing in [d]; 0 for at once.</summary>
    public int OverDays { get; init; }

    /// <summary>Length of a step of the phasing in [d]; the last is what is left.</summary>
    public int StepDays { get; init; } = 1;

    public string Reason { get; init; } = "";

    public string Source { get; init; } = "";

    /// <summary>Low and high as written, or empty.</summary>
    public string Range { get; init; } = "";

    public string Status { get; init; } = "";

    /// <summary>
    /// Dates after one and before another at which the change takes a step: its first day, or, while it is phased in, one step after that, two steps, until
    /// it is whole. Only dates that are asked for are made, since a phase may be longer than a run by far.
    /// </summary>
    public IEnumerable<DateOnly> DatesBetween(DateOnly after, DateOnly before)
    {
        if (From is not { } first)
        {
            yield break;
        }

        var whole = (long)first.DayNumber + OverDays;
        var steps = Math.Max(OverDays == 0 ? 0 : 1, (after.DayNumber + 1L - first.DayNumber + StepDays - 1) / StepDays);
        for (var day = first.DayNumber + (steps * StepDays); day < whole && day < before.DayNumber; day += StepDays)
        {
            yield return DateOnly.FromDayNumber((int)day);
        }

        if (whole > after.DayNumber && whole < before.DayNumber)
        {
            yield return DateOnly.FromDayNumber((int)whole);
        }
    }

    /// <summary>
    /// Share of the change that is in force on a date: of n days over which it is phased in, those that have passed since its first in whole steps, so (with
    /// steps of a day) 0 on the first day itself, 1/n on the next and all of it after n days; null asks for the whole change.
    /// </summary>
    public double FractionOn(DateOnly? date)
    {
        if (date is not { } day || From is not { } first)
        {
            return 1;
        }

        var passed = day.DayNumber - first.DayNumber;
        return passed < 0 ? 0 : passed >= OverDays ? 1 : (double)(passed - (passed % StepDays)) / OverDays;
    }
}
