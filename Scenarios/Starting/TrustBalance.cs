using System.Globalization;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Starting;

/// <summary>
/// The numbers of a first model that follow from published figures in closed form, so that attendances, admissions and beds in use come out as published
/// (Little's law: beds in use are admissions a day times the mean stay).
/// </summary>
internal sealed class TrustBalance
{
    /// <summary>What may be brought by ambulance more or less, of all [1].</summary>
    private const double ModeSpread = 0.04;

    /// <summary>Nobody is surer to be admitted than this [1].</summary>
    private const double MostAdmitted = 0.95;

    /// <summary>A stay of a day [h]: as in Cambridgeshire &amp; Peterborough. The template takes it from here.</summary>
    private const double DayHours = 8;
    private const double DayStay = DayHours / 24;

    /// <summary>From the end of treatment to the hour of leaving, weekends put off [d]: half a day to the next hour drawn, and some go again.</summary>
    private const double DischargeWait = 0.55;

    /// <summary>Share of the delay that is the assessment; the rest is arranging [1].</summary>
    private const double AssessmentShare = 0.25;

    /// <summary>How full staff [1], community beds and home care are to be [1].</summary>
    private const double StaffUse = 0.8;
    private const double CommunityUse = 0.85;

    /// <summary>
    /// Shares of those who need support, and their time in a community bed and with care at home [1, d]: 6.3 and 2.6 of 10.2 % of spells in Cambridgeshire
    /// &amp; Peterborough, reablement and intermediate care (recalled). The template takes them from here.
    /// </summary>
    private static readonly (double Share, double Days) HomeCare = (0.62, 30);
    private static readonly (double Share, double Days) CommunityBed = (0.25, 27);

    /// <summary>The busiest hour over the mean hour [1].</summary>
    private const double PeakHour = 1.7;

    private const double DaysPerWeek = 7;
    private const double Weekdays = 5;
    private const double Percent = 100;
    private const double LeastStay = 0.5;

    /// <summary>
    /// Of the logarithm of a stay: planned ones, whose standard deviation is their mean; what a first model may have (more has a tail beyond its warm-up).
    /// </summary>
    private const double PlannedSpread = 0.8326;
    private const double LeastSpread = 0.5;
    private const double MostSpread = 1.3;

    /// <summary>More than seven whole days have passed when eight have [d].</summary>
    private const double LongStay = 8;

    /// <summary>More than any area's weight of being admitted needs.</summary>
    private const double MostWeight = 10;

    /// <summary>With more children among the admitted nobody of a hospital's patients needs support on leaving [1].</summary>
    private const double MostChildren = 0.98;

    private static readonly string[] Ages = ["child", "adult"];
    private static readonly (string Name, int From, int To)[] Shifts = [("night", 0, 8), ("day", 8, 16), ("evening", 16, 24)];

    private readonly TrustFigures figures;
    private readonly IReadOnlyList<AreaOfAe> areas;
    private readonly IReadOnlyList<ModeOfArrival> modes;
    private readonly ArrivalMix mix;
    private readonly Dictionary<string, string> numbers = new(StringComparer.Ordinal);

    private TrustBalance(TrustFigures figures, IReadOnlyList<AreaOfAe> areas, IReadOnlyList<ModeOfArrival> modes)
    {
        this.figures = figures;
        this.areas = areas;
        this.modes = modes;
        mix = new ArrivalMix(figures.Find("children") is { IsOwn: true } children ? children.Number : null);
    }

    /// <summary>Every number by the name that the template gives it, as text.</summary>
    public static IReadOnlyDictionary<string, string> Of(
        TrustFigures figures, IReadOnlyList<AreaOfAe> areas, IReadOnlyList<ModeOfArrival> modes)
    {
        var balance = new TrustBalance(figures, areas, modes);
        balance.Arrivals();
        balance.Beds(balance.Admissions());
        balance.Department();
        return balance.numbers;
    }

    private double Figure(string name) => figures[name].Number;

    private double ShareOf(string name) => Figure(name) / Percent;

    private double ArrivalsOf(ModeOfArrival mode) => Figure("attendances_type_1")
        * (mode.Share.Length > 0 ? ShareOf(mode.Share) : 1 - modes.Where(other => other.Share.Length > 0).Sum(other => ShareOf(other.Share)));

    private double ArrivalsTo(AreaOfAe area, ModeOfArrival mode) => ArrivalsOf(mode) * Ages.Sum(age => mix.Share(mode.Name, age, area.Name));

    private void Arrivals()
    {
        foreach (var mode in modes)
        {
            var (rate, spread) = (ArrivalsOf(mode), ModeSpread * Figure("attendances_type_1"));
            Put(mode.Rate, Exactly(rate));
            Put(mode.Rate + ".range", $"{Text(rate - spread)} per d to {Text(rate + spread)} per d");
        }
    }

    /// <summary>
    /// Chances of being admitted from each area, so that the published share of all is; emergency admissions a day and how many of them are children.
    /// </summary>
    private (double All, double Children) Admissions()
    {
        var wanted = ShareOf("admitted_share") * Figure("attendances_type_1");
        double Chance(AreaOfAe area, ModeOfArrival mode, double factor) => Math.Min(MostAdmitted, factor * area.Admission * mode.Admission);
        double Admitted(double factor) => modes.Sum(mode => areas.Sum(area => ArrivalsTo(area, mode) * Chance(area, mode, factor)));
        var factor = Solve(Admitted, wanted, 0, MostWeight);
        foreach (var (area, mode) in areas.SelectMany(area => modes.Select(mode => (area, mode))))
        {
            Put($"admit_{mode.Name}_{area.Name}", Percent * Chance(area, mode, factor));
        }

        var direct = ShareOf("direct_share");
        var all = wanted / (1 - direct);
        Put("past_ae", all * direct);
        Put("past_ae.range", $"{Text(wanted * 0.2 / 0.8)} per d to {Text(wanted * 0.3 / 0.7)} per d");
        var children = modes.Sum(mode => areas.Sum(area => ArrivalsOf(mode) * mix.Share(mode.Name, Ages[0], area.Name) * Chance(area, mode, factor))) / wanted;
        Put("child_admissions", Percent * children);
        return (all, children);
    }

    /// <summary>
    /// The stay that closes the balance: what beds in use are left by planned and delayed patients and by stays of a day, over the overnight admissions.
    /// </summary>
    private void Beds((double All, double Children) admissions)
    {
        var (occupied, day) = (Figure("ga_occupied"), ShareOf("same_day_share"));
        var planned = Math.Max(1, Math.Round(occupied * ShareOf("planned_bed_share") / (Figure("planned_stay") + DischargeWait) * DaysPerWeek / Weekdays));
        var plannedBeds = occupied * ShareOf("planned_bed_share");
        Put("planned", planned);
        Put("planned.range", FormattableString.Invariant($"{Math.Floor(0.5 * planned)} to {Math.Ceiling(1.6 * planned)}"));
        Put("planned_days", Math.Max(LeastStay, (plannedBeds * DaysPerWeek / Weekdays / planned) - DischargeWait));

        var supported = admissions.Children < MostChildren ? ShareOf("supported_share") : 0;
        Put("supported_of_adults", supported > 0 ? Percent * supported / (1 - admissions.Children) : 0);
        var delayedBeds = supported > 0 ? occupied * ShareOf("delayed_share") : 0;
        var delay = supported > 0 ? delayedBeds / (admissions.All * supported) : 1;
        Put("assessment_days", AssessmentShare * delay);
        Put("arranging_days", (1 - AssessmentShare) * delay);

        var left = occupied - plannedBeds - delayedBeds - (admissions.All * ((day * DayStay) + ((1 - day - supported) * DischargeWait)));
        var stay = Math.Max(LeastStay, left / (admissions.All * (1 - day)));
        Put("stay", stay);
        var longPlanned = plannedBeds * LongShare(plannedBeds * DaysPerWeek / Weekdays / planned, PlannedSpread);
        var others = ((ShareOf("over_7_days") * occupied) - longPlanned) / (occupied - plannedBeds - (admissions.All * day * DayStay));
        var spread = Solve(log => LongShare(stay + DischargeWait, log), others, LeastSpread, MostSpread);
        Put("stay_sd", stay * Math.Sqrt(Math.Exp(spread * spread) - 1));   // of a lognormal whose logarithm has this spread
        Put("day_stay", DayHours);
        foreach (var (name, support) in new[] { ("community_bed", CommunityBed), ("home_care", HomeCare) })
        {
            Put(name + "_share", Percent * support.Share);
            Put(name + "_days", support.Days);
        }

        Filled("community_beds", admissions.All * supported * CommunityBed.Share * CommunityBed.Days);
        Filled("home_care", admissions.All * supported * HomeCare.Share * HomeCare.Days);
    }

    private void Filled(string name, double inUse)
    {
        var capacity = Math.Max(2, Math.Ceiling(inUse / CommunityUse));
        Put(name, capacity);
        Put(name + ".range", FormattableString.Invariant($"{Math.Floor(0.75 * capacity)} to {Math.Ceiling(1.25 * capacity)}"));
    }

    /// <summary>Staff by the work of a shift, and cubicles by what is in them in the busiest hours, with twice the square root more.</summary>
    private void Department()
    {
        foreach (var (name, from, to) in Shifts)
        {
            Put("doctors_" + name, Staff(from, to, area => area.Doctor));
            Put("practitioners_" + name, Staff(from, to, area => area.Practitioner));
        }

        foreach (var area in areas)
        {
            var present = modes.Sum(mode => ArrivalsTo(area, mode)) / 24 * PeakHour * area.Place / 60;
            Put(area.Name, Math.Max(1, Math.Ceiling(present + (2 * Math.Sqrt(present)))));
        }
    }

    private double Staff(int from, int to, Func<AreaOfAe, double> minutes)
    {
        var work = modes.Sum(mode => mix.Within(mode.Hours, from, to) * areas.Sum(area => ArrivalsTo(area, mode) * minutes(area)));
        return Math.Max(1, Math.Ceiling(work / 60 / (to - from) / StaffUse));
    }

    /// <summary>
    /// Share of the patients found in beds at a midnight who have been there for more than seven whole days, of stays with a lognormal length L: elapsed
    /// stays in a steady state are over a with E[(L - a)+] / E[L], here by the quantiles of L.
    /// </summary>
    private static double LongShare(double mean, double spread)
    {
        const int Points = 2000;
        var middle = Math.Log(mean) - (spread * spread / 2);
        var isRead = DistributionText.TryParse(FormattableString.Invariant($"lognormal mu {middle:F9} sigma {spread:F9} d"), out var written, out var expected);
        var law = isRead ? written!.ToDistribution() : throw new InvalidOperationException(expected);
        var lengths = Enumerable.Range(0, Points).Select(point => law.Quantile((point + 0.5) / Points) / law.Mean * mean).ToList();
        return lengths.Sum(length => Math.Max(0, length - LongStay)) / lengths.Sum();
    }

    /// <summary>Where a rising function has a value, by halving; the end that is nearer where it never has.</summary>
    private static double Solve(Func<double, double> rising, double value, double low, double high)
    {
        const int Steps = 60;
        for (var step = 0; step < Steps; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = rising(middle) < value ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private void Put(string name, double value) => Put(name, Text(value));

    private void Put(string name, string text) => numbers.Add(name, text);

    /// <summary>Four digits: more than is known.</summary>
    private static string Text(double value)
    {
        var text = ((decimal)value).ToString("G4", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) ? value.ToString("0", CultureInfo.InvariantCulture) : text;
    }

    /// <summary>Arrivals add up to the published figure.</summary>
    private static string Exactly(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
