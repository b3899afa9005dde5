using System.Globalization;
using System.Text;

namespace FlowSim.Tests.Analytic;

/// <summary>
/// Mt/G/∞: demand of 20 (1 + 0.6 sin 2πt/24) an hour, nobody waits (Eick, Massey and Whitt 1993, Management Science 39:241–252).
/// The rate stands in a table every quarter of an hour and is joined by lines: the mean number then differs from that of the sine by less than 0.04 %.
/// </summary>
internal static class DailyCycle
{
    /// <summary>
    /// Hour, rate [per h], mean number present with exponential stays of 4 h and of 48 h, with stays of exactly 4 h, and with lognormal ones of mean and
    /// sd 4 h.
    /// </summary>
    public const string Table =
        """
        0,20.00000,56.02550,914.45181,57.08169,57.6266
        3,28.48528,79.23594,930.35555,91.86339,82.5278
        6,32.00000,102.89396,963.62461,119.69568,105.9483
        9,28.48528,113.14101,994.77042,124.27478,114.1686
        12,20.00000,103.97450,1005.54819,102.91831,102.3734
        15,11.51472,80.76406,989.64445,68.13661,77.4722
        18,8.00000,57.10604,956.37539,40.30432,54.0517
        21,11.51472,46.85899,925.22958,35.72522,45.8314
        """;

    public const string Sine = "tables/sine.csv";

    private const double Frequency = 2 * Math.PI / 24;

    public static ExactSection Section { get; } = new(
        "Demand that rises and falls with the day (Mt/G/∞)",
        "Eick, Massey and Whitt 1993, Management Science 39:241–252",
        "20 (1 + 0.6 sin 2πt/24) arrivals an hour. Mean number present at the hour; lag and ratio of amplitudes of its first harmonic against the demand's; the number present is Poisson, so its variance at midnight is its mean.",
        [
            Beds("exponential mean 4 h", 2, 20, Harmonic(4), 56.02550),
            Beds("exponential mean 48 h", 3, 40, Harmonic(48), null),
            Beds("constant 4 h", 4, 20, [], 57.08169),
            Beds("lognormal mean 4 h sd 4 h", 5, 20, [], 57.6266),
        ]);

    /// <summary>The system and the file of its table.</summary>
    public static (string Yaml, (string File, string Text) File) Model(string stay, int warmUpDays) =>
        ($$"""
        system: mt-g-inf
        run: { starts: Mon 00:00, lasts: {{Theory.Days(280)}} d, warm_up: {{warmUpDays}} d, begin: empty }
        pools: { bed: { kind: beds, capacity: unlimited } }
        streams: { admissions: { to: stay, rate: { table: sine, by: [hour], shape: linear, per: h } } }
        stages: { stay: { place: bed, time: {{stay}}, then: leave } }
        timelines:
          present: { pools: bed, hours_of_week: true, unit: patients }
          midnight: { pools: bed, unit: patients }
        measures:
          arrivals: { arrivals: admissions, per: day }
        """, (Sine, SineTable()));

    private static ExactSystem Beds(string stay, int column, int warmUpDays, ExactValue[] harmonic, double? variance)
    {
        var (yaml, file) = Model(stay, warmUpDays);
        ExactValue[] hours =
        [
            .. Numbers.Rows(Table).Select(row =>
                new ExactValue($"mean number at {row[0]}:00", row[column], runs => OfDay(runs, day => day[(int)row[0]]),
                    Theory.Narrow(0.01)) { Row = $"{row[0]:00}:00", Column = stay }),
        ];
        var demand = new ExactValue("arrivals a day", 480, runs => runs.Values("arrivals"), Theory.Narrow(0.01)) { Row = "arrivals a day", Column = stay };
        ExactValue[] spread = variance is { } exact
            ? [new ExactValue("variance at 0:00", exact, Variance, Theory.Narrow(0.05)) { Row = "variance at 00:00", Column = stay }]
            : [];
        return new ExactSystem(stay, () => ModelText.Compile(yaml, file), [demand, .. hours, .. harmonic, .. spread]);
    }

    /// <summary>Lag arctan(ωE)/ω and ratio 1/√(1 + ω²E²) of exponential stays of mean E.</summary>
    private static ExactValue[] Harmonic(int mean)
    {
        var stay = $"exponential mean {mean} h";
        var (lag, ratio) = mean == 4 ? (3.0880, 0.69062) : (5.6967, 0.07933);
        return
        [
            new ExactValue("lag of the peak [h]", lag, runs => FirstHarmonic(runs, (sine, cosine, _) => Math.Atan2(-cosine, sine) / Frequency),
                Theory.Narrow(0.015))
                {
                    Row = "lag of the peak [h]",
                    Column = stay,
                },
            new ExactValue("ratio of amplitudes", ratio,
                runs => FirstHarmonic(runs, (sine, cosine, level) => Math.Sqrt((sine * sine) + (cosine * cosine)) / (0.6 * level)), Theory.Narrow(0.015))
                {
                    Row = "ratio of amplitudes",
                    Column = stay,
                },
        ];
    }

    private static double[] FirstHarmonic(Replications runs, Func<double, double, double, double> of) => OfDay(runs, day => of(
        day.Select((value, hour) => value * Math.Sin(Frequency * hour)).Sum() / 12,
        day.Select((value, hour) => value * Math.Cos(Frequency * hour)).Sum() / 12,
        day.Average()));

    private static double[] OfDay(Replications runs, Func<double[], double> of) =>
        [.. runs.HoursOfWeek("present").Select(week =>
            of([.. Enumerable.Range(0, 24).Select(hour => Enumerable.Range(0, 7).Average(day => week[(24 * day) + hour]))]))];

    private static double[] Variance(Replications runs) => [.. runs.Days("midnight").Select(days =>
    {
        var mean = days.Average();
        return days.Sum(value => (value - mean) * (value - mean)) / (days.Length - 1);
    })];

    private static string SineTable()
    {
        var table = new StringBuilder("hour,rate\n");
        for (var quarter = 0; quarter < 96; quarter++)
        {
            var rate = 20 * (1 + (0.6 * Math.Sin(Frequency * quarter / 4)));
            table.Append(CultureInfo.InvariantCulture, $"{quarter / 4:00}:{quarter % 4 * 15:00},{rate:0.000000}\n");
        }

        return table.ToString();
    }
}
