using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Turns <c>run:</c> and the command line's options into times in seconds.</summary>
internal sealed class RunCompiler
{
    private const string ExpectedStart = "a date such as 2017-04-01, or a weekday and a time such as Mon 06:00";

    /// <summary>Days after the end that calendars and rosters still cover: timers and the next opening may look beyond it.</summary>
    public const int DaysAfterEnd = 400;

    /// <summary>Seconds are counted in 32 bits, from the start to <see cref="DaysAfterEnd"/> after the end [y].</summary>
    private const int MostYears = 66;

    /// <summary>A Monday: day 0 of systems that start on a Monday without a date.</summary>
    private static readonly DateOnly SomeMonday = new(2001, 1, 1);

    private readonly RunDescription run;
    private readonly RunOverrides overrides;
    private readonly ProblemList problems;

    private RunCompiler(RunDescription run, RunOverrides overrides, ProblemList problems)
    {
        this.run = run;
        this.overrides = overrides;
        this.problems = problems;
    }

    /// <summary>The plan, or null after a problem.</summary>
    public static RunPlan? Compile(RunDescription run, RunOverrides overrides, ProblemList problems)
    {
        var compiler = new RunCompiler(run, overrides, problems);
        return run.Branch is null ? compiler.Small() : compiler.Branched();
    }

    /// <summary>A run without spin-up: warm-up, then the measured period.</summary>
    private RunPlan? Small()
    {
        if (Start() is not { } start || WarmUpEnd(start.Day, start.Second) is not { } from)
        {
            return null;
        }

        return MeasuredEnd(start.Day, from, start.Dated) is { } end ? Plan(start.Day, start.Second, start.Second, from, end, start.Dated) : null;
    }

    /// <summary>Spin-up from <c>starts</c> to <c>branch</c>, then the measured period.</summary>
    private RunPlan? Branched()
    {
        if (!DateText.TryParse(run.Branch!.Text, out var branch, out var expected))
        {
            problems.Error(run.Branch.Where, run.Branch.Path, expected, run.Branch.Text, DateLook.InDescription(run.Branch.Text));
            return null;
        }

        if (!IsOfRun(branch, run.Branch))
        {
            return null;
        }

        if (SpinUpStart(branch) is not { } first)
        {
            return null;
        }

        var from = SecondsBetween(first, branch);
        return from is { } measured && MeasuredEnd(first, measured, dated: true) is { } end ? Plan(first, 0, measured, measured, end, hasDates: true) : null;
    }

    private DateOnly? SpinUpStart(DateOnly branch)
    {
        if (overrides.WarmUp is { } text)
        {
            var years = WarmUpText(text, out var seconds, out var unit) ? unit == "y" ? seconds / TimeUnit.Year : Math.Round(seconds / TimeUnit.Day / 365) : -1;
            if (years is > 0 and <= MostYears && years == Math.Floor(years))
            {
                return branch.AddYears(-(int)years);
            }

            problems.Error(run.At.Where, "run", FormattableString.Invariant($"a spin-up of whole years, at most {MostYears} (--warm-up 3y)"), text);
            return null;
        }

        if (Start() is not { } start)
        {
            return null;
        }

        if (start.Dated && start.Day < branch)
        {
            return start.Day;
        }

        problems.Error(run.Starts?.Where ?? run.At.Where, "run.starts", $"a date before the branch ({DateText.Write(branch)})", run.Starts?.Text ?? "");
        return null;
    }

    private (DateOnly Day, int Second, bool Dated)? Start()
    {
        if (run.Starts is not { } written)
        {
            return (SomeMonday, 0, false);
        }

        if (DateText.TryParse(written.Text, out var date, out _))
        {
            return IsOfRun(date, written) ? (date, 0, true) : null;
        }

        var parts = written.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var second = 0;
        var weekday = parts.Length is 1 or 2 ? WeekdayText.IndexOf(parts[0]) : -1;
        if (weekday >= 0 && (parts.Length == 1 || (ClockTimeText.TryParse(parts[1], out second, out _) && second < SimTime.Day)))
        {
            return (SomeMonday.AddDays(weekday), second, false);
        }

        problems.Error(written.Where, written.Path, ExpectedStart, written.Text, DateLook.InDescription(written.Text));
        return null;
    }

    private bool IsOfRun(DateOnly date, Written written)
    {
        if (!DateText.IsOfRun(date))
        {
            problems.Error(written.Where, written.Path, DateText.ExpectedOfRun, written.Text);
        }

        return DateText.IsOfRun(date);
    }

    private int? WarmUpEnd(DateOnly first, int start)
    {
        if ((overrides.WarmUp ?? run.WarmUp?.Text) is not { } text)
        {
            return start;
        }

        if (WarmUpText(text, out var seconds, out var unit))
        {
            return Later(first, start, seconds, unit == "y" && run.Starts is not null);
        }

        problems.Error(run.WarmUp?.Where ?? run.At.Where, "run.warm_up", DurationText.Expected, text, TimeUnit.Hint);
        return null;
    }

    private int? MeasuredEnd(DateOnly first, int from, bool dated)
    {
        if (overrides.Days is { } days)
        {
            return Later(first, from, days * TimeUnit.Day, calendarYears: false);
        }

        if (overrides.Years is { } years)
        {
            return Later(first, from, years * TimeUnit.Year, dated);
        }

        if (run.Lasts is not { } lasts)
        {
            return null;
        }

        if (DurationText.TryParse(lasts.Text, out var seconds, out var unit, out var expected) && Math.Round(seconds) > 0)
        {
            return Later(first, from, seconds, dated && unit == "y");
        }

        problems.Error(lasts.Where, lasts.Path, expected.Length > 0 ? expected : "a length of time of at least 1 s", lasts.Text, TimeUnit.Hint);
        return null;
    }

    /// <summary>Seconds later; whole years of a dated run are calendar years.</summary>
    private int? Later(DateOnly first, int from, double seconds, bool calendarYears)
    {
        var years = seconds / TimeUnit.Year;
        if (calendarYears && years == Math.Floor(years) && years <= MostYears)
        {
            var day = first.AddDays(from / SimTime.Day);
            return SecondsBetween(first, day.AddYears((int)years)) is { } later ? later + (from % SimTime.Day) : null;
        }

        return InRange(from + Math.Round(seconds));
    }

    private int? SecondsBetween(DateOnly first, DateOnly last) => InRange((last.DayNumber - first.DayNumber) * TimeUnit.Day);

    private int? InRange(double seconds)
    {
        if (seconds <= int.MaxValue - (DaysAfterEnd * TimeUnit.Day))
        {
            return (int)seconds;
        }

        problems.Error(run.Lasts?.Where
            ?? run.At.Where, "run.lasts", FormattableString.Invariant($"a run of at most {MostYears} years"), Asked(), run.WarmUp is null && run.Branch is null
            ? ""
            : "The time before what is measured counts too.");
        return null;
    }

    /// <summary>The lengths as asked for: the command line's go before those of the file.</summary>
    private string Asked()
    {
        var measured = overrides.Days is { } days
            ? FormattableString.Invariant($"--days {days}")
            : overrides.Years is { } years ? FormattableString.Invariant($"--years {years}")
            : run.Lasts?.Text ?? "";
        return overrides.WarmUp is { } warmUp ? $"{measured}, --warm-up {warmUp}" : measured;
    }

    private RunPlan Plan(DateOnly first, int start, int branch, int from, int end, bool hasDates) => new()
    {
        FirstDay = first,
        Start = start,
        Branch = branch,
        MeasureFrom = from,
        End = end,
        HasDates = hasDates,
        Replications = overrides.Replications ?? run.Replications,
        BeginsEmpty = run.BeginsEmpty,
        PatientLimit = run.PatientLimit,
    };

    private static bool WarmUpText(string text, out double seconds, out string unit)
    {
        if (NumberText.TryParse(text, out var days, out _))
        {
            seconds = days * TimeUnit.Day;
            unit = "d";
            return days >= 0;
        }

        return DurationText.TryParse(text, out seconds, out unit, out _) && seconds >= 0;
    }
}
