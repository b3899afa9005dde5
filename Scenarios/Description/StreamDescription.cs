using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>One source of patients or of closures, as written.</summary>
internal sealed record StreamDescription
{
    public required Written Name { get; init; }

    /// <summary>What a reader sees in place of its name; empty: the name read as words.</summary>
    public string Title { get; init; } = "";

    public Written? Each { get; init; }

    /// <summary>First stage; null for closures.</summary>
    public Written? To { get; init; }

    public ClosureDescription? Closes { get; init; }

    public RateDescription? Rate { get; init; }

    /// <summary>Patients who come together at each event of the rate; null: one.</summary>
    public AmountDescription? Count { get; init; }

    public ScheduleDescription? Schedule { get; init; }

    /// <summary>Table of observed arrivals, or null.</summary>
    public Written? Observed { get; init; }

    /// <summary>Form of the list's dates, such as <c>dd/mm/yyyy</c>; null: ISO.</summary>
    public Written? ObservedDates { get; init; }

    public IReadOnlyList<SetDescription> Attributes { get; init; } = [];

    /// <summary>The stream as it is at single instances, where a scenario changed it there only.</summary>
    public IReadOnlyDictionary<string, StreamDescription> Overrides { get; init; } = new Dictionary<string, StreamDescription>();

    /// <summary>The description that holds at an instance.</summary>
    public StreamDescription At(string instance) => Overrides.GetValueOrDefault(instance, this);
}

/// <summary>An arrival rate: a text, a table, or a product of tables.</summary>
internal sealed record RateDescription
{
    public required Written At { get; init; }

    /// <summary>Such as <c>12 per d</c>; null when tables are used.</summary>
    public Written? Text { get; init; }

    /// <summary>Tables that are multiplied; one for <c>{ table: T }</c>.</summary>
    public IReadOnlyList<TableUse> Tables { get; init; } = [];

    /// <summary>Keys of the tables, repeated for the reader; none: not said.</summary>
    public IReadOnlyList<Written> By { get; init; } = [];

    /// <summary>Unit of the cells: a rate per <c>h</c> or <c>d</c>.</summary>
    public Written? Per { get; init; }

    /// <summary>Mean rate over the reference year [per day], when the tables hold relative shapes.</summary>
    public AmountDescription? Scale { get; init; }

    /// <summary>Where it is said that the rate is that of 100,000 people, or null.</summary>
    public Written? PerPeople { get; init; }

    /// <summary>What the rate is multiplied with, as scenarios do; null: 1.</summary>
    public Written? Times { get; init; }

    /// <summary>Growth a year, such as <c>1.9 % per y</c>.</summary>
    public Written? Growth { get; init; }

    /// <summary>Values are joined by straight lines.</summary>
    public bool Linear { get; init; }

    /// <summary>Weekday whose row is used on holidays (<c>as Sun</c>), or null.</summary>
    public Written? Holiday { get; init; }
}

/// <summary>Arrivals at set times.</summary>
internal sealed record ScheduleDescription
{
    public required Written Where { get; init; }

    /// <summary>Gate text or calendar name, or null when <see cref="Every"/> is used.</summary>
    public Written? At { get; init; }

    public Written? Every { get; init; }

    /// <summary>First arrivals, after the start of the run.</summary>
    public Written? First { get; init; }

    /// <summary>Patients each time; null: one.</summary>
    public AmountDescription? Count { get; init; }

    /// <summary>Growth of the number each time, such as <c>1.9 % per y</c>; null: none.</summary>
    public Written? Growth { get; init; }

    /// <summary>No arrivals from then on, after the start of the run.</summary>
    public Written? Until { get; init; }
}

/// <summary>Units that are closed for a time.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Amount">Units.</param>
/// <param name="Time">For how long.</param>
internal sealed record ClosureDescription(Written Pool, Written Amount, TimeDescription Time);
