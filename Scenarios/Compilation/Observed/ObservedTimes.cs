using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Observed;

/// <summary>Reads the column <c>time</c>: what stands outside the run is left out and told, what cannot be read is refused.</summary>
internal sealed class ObservedTimes
{
    /// <summary>A row is read but left out, or refused.</summary>
    private const int None = -1;

    private readonly CompileContext context;
    private readonly TableData table;
    private readonly DateFormat format;
    private readonly int column;
    private readonly ManyFaults faults;
    private readonly string expected;
    private Outside before;
    private Outside after;
    private Outside bare;
    private int timed;
    private int midnights;

    public ObservedTimes(CompileContext context, TableData table, DateFormat format, int column)
    {
        this.context = context;
        this.table = table;
        this.format = format;
        this.column = column;
        faults = new ManyFaults(context.Problems, Path);
        expected = format.IsExact
            ? MomentText.Expected
            : $"a date as {format.Text}, perhaps with a time of day such as 13:45, or a length of time since the start such as \"90 min\"";
    }

    private string Path => $"tables.{table.Name}.{table.Columns[column]}";

    /// <summary>Time of the row's arrival [s], or -1: there is none.</summary>
    public int Read(TableRow row)
    {
        var text = row.Cells[column].Trim();
        if (MomentText.TryParse(text, format, out var moment))
        {
            return OfClock(row, text, moment);
        }

        if (DurationText.TryParse(text, out var seconds, out _) && seconds >= 0)
        {
            return Within(row, text, context.Run.Start + Math.Round(seconds));
        }

        faults.Add(row, expected, text, DateLook.InFile(text, format, "beside \"file\"", hasTimes: true));
        return None;
    }

    /// <summary>Tells what was left out.</summary>
    public void Finish()
    {
        faults.Finish(expected);
        Tell(before, "before the start");
        Tell(after, "after the end");
        if (bare.Count > 0 && timed > 0)
        {
            context.Problems.Warning(bare.First!.Where, Path, "a time of day in every row, or in none",
                FormattableString.Invariant($"a date alone in {Rows(bare.Count)}, this one first"), "A date without a time of day means noon.");
        }

        if (midnights > 1 && midnights == timed && bare.Count == 0)
        {
            context.Problems.Warning(table.Where, Path, "times of day",
                "a list in which everybody comes at 00:00, and is counted at the midnight before that day",
                "If it has dates only, write them without a time: each then means noon, and who comes on a day is in bed at the midnight that ends it.");
        }
    }

    private int OfClock(TableRow row, string text, Moment moment)
    {
        if (!context.Run.HasDates)
        {
            faults.Add(row, "a length of time since the start such as \"90 min\", because the system has no dates", text,
                "Give the system a date in run.starts to use dates.");
            return None;
        }

        timed += moment.HasTime ? 1 : 0;
        midnights += moment.HasTime && moment.Second % SimTime.Day == 0 ? 1 : 0;
        bare = moment.HasTime ? bare : bare.With(row, text);
        return Within(row, text, ((double)(moment.Date.DayNumber - context.Run.FirstDay.DayNumber) * SimTime.Day) + moment.Second);
    }

    private int Within(TableRow row, string text, double time)
    {
        if (time < context.Run.Start)
        {
            before = before.With(row, text);
            return None;
        }

        if (time >= context.Run.End)
        {
            after = after.With(row, text);
            return None;
        }

        return (int)time;
    }

    private void Tell(Outside outside, string where)
    {
        if (outside.Count > 0)
        {
            var all = outside.Count == table.Rows.Count ? "all " : "";
            context.Problems.Warning(outside.First!.Where, Path, $"moments within the run, {Span()}",
                FormattableString.Invariant($"a moment {where} in {all}{Rows(outside.Count)}, first \"{outside.Text}\" in this"), "They are left out.");
        }
    }

    private string Span() => context.Run.HasDates
        ? $"{Moment(context.Run.Start)} up to {Moment(context.Run.End)}"
        : $"at most {NumberText.Write((context.Run.End - context.Run.Start) / TimeUnit.Day)} d";

    private string Moment(int time) => time % SimTime.Day == 0
        ? DateText.Write(context.Run.FirstDay.AddDays(time / SimTime.Day))
        : FormattableString.Invariant($"{DateText.Write(context.Run.FirstDay.AddDays(time / SimTime.Day))} {time / SimTime.Hour % 24:00}:{time / 60 % 60:00}");

    private static string Rows(int count) => FormattableString.Invariant($"{count} {(count == 1 ? "row" : "rows")}");

    /// <summary>Rows that are all alike, and the first of them.</summary>
    private readonly record struct Outside(int Count, TableRow? First, string Text)
    {
        public Outside With(TableRow row, string text) => First is null ? new Outside(1, row, text) : this with { Count = Count + 1 };
    }
}
