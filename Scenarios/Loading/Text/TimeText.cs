namespace FlowSim.Scenarios.Loading.Text;

/// <summary>A time as written under <c>time</c> or <c>after</c>: one of the forms below.</summary>
internal abstract record TimeText
{
    private TimeText()
    {
    }

    /// <summary>The text that reads back as this time.</summary>
    public abstract string ToText();

    /// <summary>A drawn (or constant) length of time: <c>lognormal mean 3.1 d sd 4 d</c>, <c>8 min</c>.</summary>
    public sealed record Drawn(DistributionSpec Distribution) : TimeText
    {
        public override string ToText() => Distribution.ToText();
    }

    /// <summary>Until a calendar is open; none if it is: <c>until office opens</c>.</summary>
    public sealed record UntilOpens(string Calendar) : TimeText
    {
        public override string ToText() => $"until {Calendar} opens";
    }

    /// <summary>Until the next gate of a calendar, strictly later: <c>until next discharge-round</c>.</summary>
    public sealed record UntilNextGate(string Calendar) : TimeText
    {
        public override string ToText() => $"until next {Calendar}";
    }

    /// <summary>Until the next time of day on one of these days, strictly later: <c>until next 16:00</c>, <c>until next Mon 08:00</c>.</summary>
    /// <param name="Days">Bits 0 (Monday) to 6 (Sunday).</param>
    /// <param name="Second">After midnight [s].</param>
    /// <param name="Written">As written behind <c>until next</c>.</param>
    public sealed record UntilNextClockTime(int Days, int Second, string Written) : TimeText
    {
        public override string ToText() => $"until next {Written}";
    }

    /// <summary>Until a time of day drawn from a table: <c>until next drawn discharge-hours</c>.</summary>
    public sealed record UntilNextDrawn(string Table) : TimeText
    {
        public override string ToText() => $"until next drawn {Table}";
    }

    /// <summary>A time of a calendar (only its open time counts) or of a clock (from the clock's start): <c>2 d of office</c>, <c>patience of ed</c>.</summary>
    public sealed record Of(TimeText Time, string Name) : TimeText
    {
        public override string ToText() => $"{Time.ToText()} of {Name}";
    }

    /// <summary>The length of time that an attribute of the patient holds: <c>patience</c>.</summary>
    public sealed record Attribute(string Name) : TimeText
    {
        public override string ToText() => Name;
    }
}
