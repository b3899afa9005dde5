using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Tables;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Compiles lengths of time: texts, tables of texts, mixtures.</summary>
internal sealed class TimeCompiler
{
    private readonly CompileContext context;
    private readonly References references;
    private readonly CalendarCompiler calendars;
    private readonly TableLookup lookups;
    private readonly ShareCompiler shares;
    private readonly DistributionLaws laws;

    public TimeCompiler(CompileContext context, References references, CalendarCompiler calendars, TableLookup lookups, ShareCompiler shares)
    {
        this.context = context;
        this.references = references;
        this.calendars = calendars;
        this.lookups = lookups;
        this.shares = shares;
        laws = new DistributionLaws(context);
    }

    /// <summary>No time at all.</summary>
    public static TimeRule Nothing { get; } = Always(new TimeSpec { Kind = TimeKind.Drawn, Distribution = Constant.Of(0) });

    /// <summary>The rule, or null after a problem.</summary>
    public TimeRule? Compile(TimeDescription time, CompileScope scope)
    {
        if (time.Text is { } text)
        {
            return Text(text, scope);
        }

        if (time.Table is { } table)
        {
            return Table(table, scope);
        }

        return Mixed(time.Mixture) is { } mixture ? Always(Drawn(mixture)) : null;
    }

    /// <summary>The rule of a text; what it depends on by attribute becomes a lookup.</summary>
    private TimeRule? Text(Written at, CompileScope scope) => Parse(at) switch
    {
        null => null,
        var time => Rule(time, at, scope),
    };

    public TimeText? Parse(Written at)
    {
        if (TimeTextReader.TryParse(at.Text, out var time, out var expected))
        {
            return time;
        }

        context.Problems.Error(at.Where, at.Path, expected, at.Text, NumberText.TryParse(at.Text, out _, out _) ? TimeUnit.Hint : "");
        return null;
    }

    public TimeRule? Rule(TimeText time, Written at, CompileScope scope)
    {
        switch (time)
        {
            case TimeText.UntilOpens opens:
                return Calendar(opens.Calendar, at, scope, calendar => new TimeSpec { Kind = TimeKind.UntilOpens, Calendar = calendar });
            case TimeText.UntilNextGate gate:
                return Gate(gate.Calendar, at, scope);
            case TimeText.UntilNextDrawn drawn:
                return DrawnTimes(drawn.Table, at, scope);
            case TimeText.Of { Time: TimeText.Drawn inner } of:
                return laws.Of(inner.Distribution, at) is not { } law
                    ? null
                    : Calendar(of.Name, at, scope, calendar => new TimeSpec { Kind = TimeKind.DrawnOfCalendar, Distribution = law, Calendar = calendar });
            case TimeText.Of of:
                return Refuse(at, "a length of time before \"of\" a calendar", of.Time.ToText());
            default:
                return Plain(time, at) is { } spec ? Always(spec) : null;
        }
    }

    private TimeSpec? Plain(TimeText time, Written at)
    {
        switch (time)
        {
            case TimeText.Drawn drawn:
                return laws.Of(drawn.Distribution, at) is { } law ? Drawn(law) : null;
            case TimeText.UntilNextClockTime next:
                return new TimeSpec { Kind = TimeKind.UntilGate, Gate = calendars.Weekly(next.Days, next.Second) };
            case TimeText.Attribute attribute:
                var index = context.FindAttribute(attribute.Name);
                if (index >= 0 && context.Attributes.KindOf(index) == AttributeKind.Duration)
                {
                    return new TimeSpec { Kind = TimeKind.Attribute, Attribute = index };
                }

                var durations = context.Attributes.Names.Where(name => context.Attributes.KindOf(context.FindAttribute(name)) == AttributeKind.Duration);
                Refuse(at, index < 0
                    ? TimeTextReader.Expected
                    : "an attribute that is a length of time", attribute.Name, Nearest.Hint(attribute.Name, durations));
                return null;
            default:
                Refuse(at, TimeTextReader.Expected, time.ToText());
                return null;
        }
    }

    private TimeRule? Calendar(string name, Written at, CompileScope scope, Func<Timetable, TimeSpec> spec) =>
        references.Calendar(name, scope) is { } calendar
            ? ByValue(name, at, calendar, spec)
            : Refuse(at, "the name of a calendar with opening hours", name, Nearest.Hint(name, context.Calendars.Names));

    private TimeRule? Gate(string name, Written at, CompileScope scope) =>
        references.Gate(name, scope) is { } gate
            ? ByValue(name, at, gate, found => new TimeSpec { Kind = TimeKind.UntilGate, Gate = found })
            : Refuse(at, "the name of a calendar of moments (at: …), or a time of day", name, context.Calendars.Find(name) is null
                ? Nearest.Hint(name, context.Calendars.Names)
                : $"\"{name}\" has opening hours: write \"until {name} opens\".");

    private TimeRule ByValue<T>(string name, Written at, ByValue<T> found, Func<T, TimeSpec> spec)
        where T : class
    {
        if (found.Fixed is { } one)
        {
            return Always(spec(one));
        }

        var values = context.Attributes.ValuesOf(found.Attribute);
        string[] missing = [.. Enumerable.Range(0, found.Values.Length)
            .Where(value => found.Values[value] is null && context.Attributes.CanOccur(found.Attribute, value)).Select(value => values[value])];
        if (missing.Length > 0 && context.Scenarios.IsJudged(at.Where))
        {
            context.Problems.Warning(at.Where, at.Path, $"a calendar {name} for every value of {context.Attributes.NameOf(found.Attribute)}",
                "none for " + string.Join(", ", missing), "A patient with such a value would stop the run here.");
        }

        var specs = new List<TimeSpec>();
        var cells = new int[found.Values.Length];
        for (var value = 0; value < cells.Length; value++)
        {
            cells[value] = found.Values[value] is null ? -1 : specs.Count;
            if (found.Values[value] is { } here)
            {
                specs.Add(spec(here));
            }
        }

        var lookup = new Lookup
        {
            Keys = [new LookupKey { Source = KeySource.Attribute, Attribute = found.Attribute, Stride = 1 }],
            Cells = cells,
            Name = name,
        };
        return new TimeRule { Lookup = lookup, Specs = [.. specs] };
    }

    /// <summary>Times of day with their shares: the outcome columns of a table.</summary>
    private TimeRule? DrawnTimes(string name, Written at, CompileScope scope)
    {
        if (TableNames.Find(context.Files, at with { Text = name }, context.Problems) is not { } table || lookups.Compile(table, scope) is not { } compiled)
        {
            return null;
        }

        int TimeOfDay(string header, Written written)
        {
            if (ClockTimeText.TryParse(header, out var second, out var expected) && second < SimTime.Day)
            {
                return second;
            }

            Refuse(written, expected.Length > 0 ? expected : ClockTimeText.Expected, header);
            return -1;
        }

        var sets = shares.OfTable(compiled, null, TimeOfDay);
        return sets is null ? null : new TimeRule
        {
            Lookup = compiled.Lookup,
            Specs = Array.ConvertAll(sets, set => new TimeSpec { Kind = TimeKind.UntilDrawnTime, TimesOfDay = set }),
        };
    }

    private TimeRule? Table(TableUse use, CompileScope scope)
    {
        if (TableNames.Find(context.Files, use.Table, context.Problems) is not { } table
            || TableValues.Column(context, table, use) is not (>= 0 and var column)
            || lookups.Compile(table, scope, dates: use.Dates) is not { } compiled)
        {
            return null;
        }

        var specs = new List<TimeSpec>();
        var lookup = compiled.Lookup;
        foreach (var row in compiled.Rows)
        {
            var at = new Written(row.Cells[column].Trim(), row.Where, $"tables.{table.Name}.{table.Columns[column]}");
            if (Parse(at) is { } time && Rule(time, at, scope) is { } rule)
            {
                if (rule.Specs.Length == 1 && rule.Lookup.Keys.Length == 0)
                {
                    specs.Add(rule.Specs[0]);
                }
                else
                {
                    Refuse(at, "a time that does not depend on an attribute or another table", at.Text, "Make it a key of this table.");
                }
            }
        }

        return specs.Count == compiled.Rows.Count ? new TimeRule { Lookup = lookup, Specs = [.. specs] } : null;
    }

    private Distribution? Mixed(IReadOnlyList<MixturePart> parts)
    {
        var parsed = new List<Distribution>();
        foreach (var part in parts)
        {
            var time = Parse(part.Time);
            if (time is TimeText.Drawn drawn)
            {
                if (laws.Of(drawn.Distribution, part.Time) is { } law)
                {
                    parsed.Add(law);
                }
            }
            else if (time is not null)
            {
                Refuse(part.Time, "a distribution", part.Time.Text);
            }
        }

        var weights = shares.Read([.. parts.Select(part => part.Share)], parts[0].Share);
        return weights is null || parsed.Count < parts.Count ? null : Mixture.Of([.. parsed], weights);
    }

    private static TimeSpec Drawn(Distribution law) => new() { Kind = TimeKind.Drawn, Distribution = law };

    private static TimeRule Always(TimeSpec spec) => new() { Lookup = Lookup.Single, Specs = [spec] };

    private TimeRule? Refuse(Written at, string expected, string received, string hint = "")
    {
        context.Problems.Error(at.Where, at.Path, expected, received, hint);
        return null;
    }
}
