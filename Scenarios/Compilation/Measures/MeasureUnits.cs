using FlowSim.Scenarios.Description.Measures;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>
/// What turns sums into a measure's unit. The unit always converts, and <c>factor</c> multiplies what comes out; a unit that the measure cannot be in is a
/// problem, since the number would be right and its label wrong.
/// </summary>
internal sealed class MeasureUnits
{
    private const double CensusesADay = 1;

    private readonly ProblemList problems;

    public MeasureUnits(ProblemList problems) => this.problems = problems;

    /// <summary>True when the declared unit is one of time.</summary>
    public static bool IsTime(MeasureDescription written) => written.Unit is { } unit && UnitText.TryGetPerSecond(unit.Text, out _);

    /// <summary>A length of time, from seconds: in the declared unit or else the usual one; null after a problem.</summary>
    public MeasureUnit? OfLength(MeasureDescription written, double usual, string name)
    {
        if (written.Unit is not { } unit)
        {
            return new MeasureUnit(1 / usual, name);
        }

        if (UnitText.TryGetPerSecond(unit.Text, out var perSecond))
        {
            return new MeasureUnit(perSecond, unit.Text);
        }

        Refuse(written, UnitText.ExpectedTime, "The measure is a length of time." + (written.Factor is null ? "" : " `factor` multiplies it in that unit."));
        return null;
    }

    /// <summary>A number of patients, in whatever it is counted; null after a problem.</summary>
    public MeasureUnit? OfNumber(MeasureDescription written)
    {
        if (!IsTime(written) && !UnitText.IsPercent(written.Unit?.Text))
        {
            return new MeasureUnit(1, "number");
        }

        Refuse(written, "what the attribute counts, such as miles", "The measure is a number of patients; `factor` multiplies it.");
        return null;
    }

    /// <summary>One quantity divided by another, which may be in seconds, in days (censuses) or counts; null after a problem.</summary>
    public MeasureUnit? OfRatio(MeasureDescription written)
    {
        var (above, below, unit) = (written.Numerator.Form, written.Denominator!.Form, written.Unit?.Text);
        var isShare = UnitText.IsPercent(unit) || UnitText.IsShareOfOne(unit);
        if (above.InSeconds && !below.InSeconds && !(below.AtCensus && isShare))
        {
            return OfLength(written, TimeUnit.Day, "d");
        }

        if (below.InSeconds && !above.InSeconds && !above.AtCensus)
        {
            return OfCountPerTime(written);
        }

        // A census stands for a day: over or under a sum over time both are in days.
        var days = above.InSeconds == below.InSeconds ? 1 : above.InSeconds ? 1 / TimeUnit.Day : TimeUnit.Day;
        if (!IsTime(written))
        {
            return new MeasureUnit(days * (UnitText.IsPercent(unit) ? UnitText.PerCent : 1), "ratio");
        }

        if (!above.AtCensus || below.InSeconds)
        {
            Refuse(written, "no unit of time", "The ratio of two lengths of time, or of two counts, is a number.");
            return null;
        }

        UnitText.TryGetPerSecond(unit!, out var perSecond);
        return new MeasureUnit(below.AtCensus ? 1 : perSecond * TimeUnit.Day, unit!);
    }

    /// <summary>What a rate's count, or its days, has to be multiplied by; null after a problem.</summary>
    public double? OfRate(MeasureDescription written)
    {
        var form = written.Numerator.Form;
        var inDays = form.InSeconds ? 1 / TimeUnit.Day : CensusesADay;
        if (written.Unit is not { } unit)
        {
            return inDays;
        }

        var (period, word) = written.Per == RatePeriod.Day ? (TimeUnit.Day, "day") : (TimeUnit.Month, "month");
        if (UnitText.IsPercent(unit.Text) || (UnitText.TryGetSecondsPer(unit.Text, out var per) && per != period))
        {
            Refuse(written, $"a number per {word}, as `per` says", "The unit is what the value is in; it does not change it.");
            return null;
        }

        if (!UnitText.TryGetLeadingSeconds(unit.Text, out var length))
        {
            return inDays;
        }

        if (form.InSeconds || form.AtCensus)
        {
            return inDays * TimeUnit.Day / length;
        }

        Refuse(written, $"what is counted, such as per {word}", "Patients are counted, not time.");
        return null;
    }

    /// <summary>What a count's sum has to be multiplied by; null after a problem.</summary>
    public double? OfTotal(MeasureDescription written)
    {
        var unit = written.Unit?.Text;
        if (unit is not null && written.Numerator.Form.AtCensus && UnitText.TryGetPerSecond(unit, out var perSecond))
        {
            return perSecond * TimeUnit.Day;
        }

        if (!IsTime(written) && !UnitText.IsPercent(unit))
        {
            return 1;
        }

        Refuse(written, "what is counted, such as patients", "The measure is a sum of what is counted; a share is a ratio of two quantities.");
        return null;
    }

    /// <summary>Says that the declared unit cannot be that of the measure.</summary>
    public void Refuse(MeasureDescription written, string expected, string hint)
    {
        var unit = written.Unit!;
        problems.Error(unit.Where, unit.Path, expected, unit.Text, hint);
    }

    /// <summary>A count over a sum over time is per second, unless its unit names another time.</summary>
    private MeasureUnit? OfCountPerTime(MeasureDescription written)
    {
        if (written.Unit is not { } unit)
        {
            return new MeasureUnit(1, "per s");
        }

        if (!IsTime(written) && !UnitText.IsPercent(unit.Text))
        {
            return new MeasureUnit(UnitText.TryGetSecondsPer(unit.Text, out var seconds) ? seconds : 1, unit.Text);
        }

        Refuse(written, "a number per time, such as per day", "A count divided by a sum over time is per unit of time.");
        return null;
    }
}

/// <summary>A unit, and what turns the quotient of sums into it.</summary>
/// <param name="Factor">Multiplies the quotient.</param>
/// <param name="Name">As it stands in results, unless the description declares another.</param>
internal sealed record MeasureUnit(double Factor, string Name);
