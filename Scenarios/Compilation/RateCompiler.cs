using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Tables;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Compiles arrival rates: products of tables, scaled to a mean, growing from the branch on.</summary>
internal sealed class RateCompiler
{
    private const int ReferenceDays = 365;

    /// <summary>Highest rate of one stream [per hour].</summary>
    private const double HighestPerHour = 10_000;

    private readonly CompileContext context;
    private readonly Horizon horizon;
    private readonly CalendarCompiler calendars;
    private readonly TableLookup lookups;
    private readonly AmountCompiler amounts;
    private readonly GrowthCompiler growth;
    private readonly PeopleOfRate people;

    public RateCompiler(CompileContext context, Parts parts)
    {
        this.context = context;
        horizon = parts.Horizon;
        calendars = parts.Calendars;
        lookups = parts.Lookups;
        amounts = parts.Amounts;
        growth = new GrowthCompiler(context, horizon);
        people = new PeopleOfRate(context);
    }

    /// <summary>The rate of one instance, or null after a problem.</summary>
    public RateModel? Compile(RateDescription rate, CompileScope scope)
    {
        var growth = this.growth.Of(rate.Growth);
        var holidays = Holidays(rate, out var weekday);
        var unit = Unit(rate);
        var tables = Tables(rate, scope);
        if (growth is null || unit is not { } perHour || tables is null)
        {
            return null;
        }

        var shape = new RateShape(tables, horizon, holidays, weekday);
        var factor = (rate.Scale is { } scale ? ScaleFactor(rate, scale, scope, shape) : 1) * Times(rate) * people.FactorOf(rate, scope);
        if (factor is not { } scaled)
        {
            return null;
        }

        var laid = shape.Lay(perHour * scaled);
        var highest = laid.Patterns.Max(pattern => pattern.Values.Max()) * growth.Max();
        return InRange(highest, rate.At with { Text = rate.Text?.Text ?? $"{highest:0} per h" }) is null ? null : new RateModel
        {
            PerHour = laid,
            DayFactor = growth,
            Linear = rate.Linear,
        };
    }

    private List<RateTable>? Tables(RateDescription rate, CompileScope scope)
    {
        var tables = new List<RateTable>();
        var read = new List<TableData>();
        foreach (var use in rate.Tables)
        {
            if (TableNames.Find(context.Files, use.Table, context.Problems) is { } table
                && TableValues.Column(context, table, use) is >= 0 and var column
                && lookups.Compile(table, scope, timesOfDay: true, use.Dates) is { } compiled
                && OnlyTimes(compiled, use.Table)
                && Values(compiled, column, rate) is { } values)
            {
                tables.Add(new RateTable(compiled, values, horizon));
                read.Add(table);
            }
        }

        if (read.Count == rate.Tables.Count)
        {
            new RateKeyCheck(context).Check(rate, read, scope);
        }

        return tables.Count == rate.Tables.Count ? tables : null;
    }

    private bool OnlyTimes(CompiledTable compiled, Written at)
    {
        if (PatientUse.In(compiled.Lookup))
        {
            context.Problems.Error(at.Where, at.Path, "a table by hour, weekday, month, date and the dimension of each",
                $"{at.Text}, which has a key of the patient");
            return false;
        }

        if (compiled.Times is [> 0, ..])
        {
            context.Problems.Error(compiled.Table.Where, $"tables.{compiled.Table.Name}.hour", "a first time of 00:00", "none");
            return false;
        }

        return true;
    }

    private double[]? Values(CompiledTable compiled, int column, RateDescription rate)
    {
        var values = new List<double>();
        foreach (var row in compiled.Rows)
        {
            var at = new Written(row.Cells[column].Trim(), row.Where, $"tables.{compiled.Table.Name}.{compiled.Table.Columns[column]}");
            if (Read(at, rate) is { } value)
            {
                values.Add(value);
            }
        }

        return values.Count == compiled.Rows.Count ? [.. values] : null;
    }

    /// <summary>A rate with its unit, or a number in the unit that the description gives [per hour]; a relative number where it is scaled.</summary>
    private double? Read(Written text, RateDescription? rate)
    {
        if (RateText.TryParse(text.Text, out var perHour, out var expected))
        {
            return InRange(perHour, text);
        }

        if (rate is not null && NumberText.TryParse(text.Text, out var number, out _) && number >= 0)
        {
            return HasUnit(rate) ? number : null;
        }

        context.Problems.Error(text.Where, text.Path, rate is null ? expected : "a number of at least 0, or " + expected, text.Text);
        return null;
    }

    /// <summary>The field of candidates that streams thin reaches so far.</summary>
    private double? InRange(double perHour, Written text)
    {
        if (perHour <= HighestPerHour)
        {
            return perHour;
        }

        context.Problems.Error(text.Where, text.Path, $"a rate of at most {HighestPerHour} per h", text.Text);
        return null;
    }

    /// <summary>Plain numbers need a unit unless they are relative.</summary>
    private bool HasUnit(RateDescription rate)
    {
        if (rate.Scale is not null || rate.Per is not null || rate.Text is not null || rate.Tables.Count > 1)
        {
            return true;
        }

        context.Problems.Error(rate.At.Where, rate.At.Path, "the unit of the cells (per: h or per: d)", "none", "Write \"per: h\".");
        return false;
    }

    /// <summary>What the product of the cells is multiplied with [per hour].</summary>
    private double? Unit(RateDescription rate)
    {
        if (rate.Text is { } text)
        {
            return Read(text, null);
        }

        if (rate.Per is not { } per || rate.Scale is not null)
        {
            return 1;
        }

        if (RateText.TryParsePeriod(per.Text, out var seconds))
        {
            return SimTime.Hour / seconds;
        }

        context.Problems.Error(per.Where, per.Path, "h or d", per.Text);
        return null;
    }

    private double? Times(RateDescription rate)
    {
        if (rate.Times is not { } times)
        {
            return 1;
        }

        if (NumberText.TryParse(times.Text, out var factor, out var expected) && factor >= 0)
        {
            return factor;
        }

        context.Problems.Error(times.Where, times.Path, expected.Length > 0 ? expected : "a number of at least 0", times.Text);
        return null;
    }

    private double? ScaleFactor(RateDescription rate, AmountDescription scale, CompileScope scope, RateShape shape)
    {
        if (amounts.One(scale, scope, PerHour) is not { } wanted)
        {
            return null;
        }

        var mean = shape.Mean(FirstReferenceDay(), ReferenceDays, rate.Linear);
        if (mean > 0 || wanted == 0)
        {
            return mean > 0 ? wanted / mean : 0;
        }

        context.Problems.Error(rate.At.Where, rate.At.Path, "a shape above 0 somewhere in the year", "0 throughout");
        return null;
    }

    private double? PerHour(Written text)
    {
        if (RateText.TryParse(text.Text, out var perHour, out var expected))
        {
            return InRange(perHour, text);
        }

        if (NumberText.TryParse(text.Text, out var perDay, out _) && perDay >= 0)
        {
            return InRange(perDay / 24, text);
        }

        context.Problems.Error(text.Where, text.Path, expected, text.Text);
        return null;
    }

    /// <summary>The year before the branch, or from the start.</summary>
    private int FirstReferenceDay() => context.Run.Branch > context.Run.Start
        ? horizon.DayOf(horizon.DateOf(context.Run.Branch / SimTime.Day).AddYears(-1))
        : context.Run.Start / SimTime.Day;

    private HashSet<DateOnly> Holidays(RateDescription rate, out int weekday)
    {
        weekday = 0;
        if (rate.Holiday is not { } written)
        {
            return Horizon.NoDates;
        }

        const string As = "as ";
        weekday = written.Text.StartsWith(As, StringComparison.Ordinal) ? WeekdayText.IndexOf(written.Text[As.Length..].Trim()) : -1;
        if (weekday < 0)
        {
            context.Problems.Error(written.Where, written.Path, "as Sun", written.Text);
            return Horizon.NoDates;
        }

        if (calendars.DatesOf(SystemKeys.DefaultHolidays) is not { } dates)
        {
            context.Problems.Error(written.Where, written.Path, $"a calendar {SystemKeys.DefaultHolidays} of dates", "none");
            return Horizon.NoDates;
        }

        return dates;
    }
}
