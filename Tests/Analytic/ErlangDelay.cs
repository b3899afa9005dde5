using System.Globalization;

namespace FlowSim.Tests.Analytic;

/// <summary>M/M/c: everybody waits until served (Erlang C; Gross, Shortle, Thompson and Harris, Fundamentals of Queueing Theory).</summary>
internal static class ErlangDelay
{
    /// <summary>c, ρ, offered load, P(wait > 0), Wq, Lq, W, L, P(wait > ½ service), P(wait > 1 service); the unit of time is the mean service.</summary>
    public const string Table =
        """
        1,0.5,0.5,0.50000000,1.00000000,0.500000,2.00000000,1.000000,0.38940039,0.30326533
        1,0.7,0.7,0.70000000,2.33333333,1.633333,3.33333333,2.333333,0.60249558,0.51857275
        1,0.8,0.8,0.80000000,4.00000000,3.200000,5.00000000,4.000000,0.72386993,0.65498460
        1,0.85,0.85,0.85000000,5.66666667,4.816667,6.66666667,5.666667,0.78858196,0.73160178
        1,0.9,0.9,0.90000000,9.00000000,8.100000,10.00000000,9.000000,0.85610648,0.81435368
        1,0.92,0.92,0.92000000,11.50000000,10.580000,12.50000000,11.500000,0.88392628,0.84926704
        1,0.95,0.95,0.95000000,19.00000000,18.050000,20.00000000,19.000000,0.92654442,0.90366795
        1,0.98,0.98,0.98000000,49.00000000,48.020000,50.00000000,49.000000,0.97024884,0.96059470
        2,0.5,1,0.33333333,0.33333333,0.333333,1.33333333,1.333333,0.20217689,0.12262648
        2,0.7,1.4,0.57647059,0.96078431,1.345098,1.96078431,2.745098,0.42705992,0.31637377
        2,0.8,1.6,0.71111111,1.77777778,2.844444,2.77777778,4.444444,0.58220854,0.47667203
        2,0.85,1.7,0.78108108,2.60360360,4.426126,3.60360360,6.126126,0.67228272,0.57863910
        2,0.9,1.8,0.85263158,4.26315789,7.673684,5.26315789,9.473684,0.77149296,0.69807569
        2,0.92,1.84,0.88166667,5.51041667,10.139167,6.51041667,11.979167,0.81388091,0.75130677
        2,0.95,1.9,0.92564103,9.25641026,17.587179,10.25641026,19.487179,0.88049698,0.83755464
        2,0.98,1.96,0.97010101,24.25252525,47.534949,25.25252525,49.494949,0.95089172,0.93206281
        3,0.5,1.5,0.23684211,0.15789474,0.236842,1.15789474,1.736842,0.11187629,0.05284662
        3,0.7,2.1,0.49234450,0.54704944,1.148804,1.54704944,3.248804,0.31393271,0.20017233
        3,0.8,2.4,0.64719101,1.07865169,2.588764,2.07865169,4.988764,0.47945089,0.35518596
        3,0.85,2.55,0.73037661,1.62305913,4.138801,2.62305913,6.688801,0.58321757,0.46570869
        3,0.9,2.7,0.81706102,2.72353674,7.353549,3.72353674,10.053549,0.70325094,0.60529369
        3,0.92,2.76,0.85266109,3.55275453,9.805602,4.55275453,12.565602,0.75624254,0.67072697
        3,0.95,2.85,0.90700852,6.04672348,17.233162,7.04672348,20.083162,0.84147125,0.78066947
        3,0.98,2.94,0.96245148,16.04085806,47.160123,17.04085806,50.100123,0.93400674,0.90640267
        5,0.5,2.5,0.13037130,0.05214852,0.130371,1.05214852,2.630371,0.03735200,0.01070153
        5,0.7,3.5,0.37783823,0.25189215,0.881623,1.25189215,4.381623,0.17847814,0.08430710
        5,0.8,4,0.55411255,0.55411255,2.216450,1.55411255,6.216450,0.33608625,0.20384662
        5,0.85,4.25,0.65447002,0.87262669,3.708663,1.87262669,7.958663,0.44981023,0.30914975
        5,0.9,4.5,0.76249322,1.52498644,6.862439,2.52498644,11.362439,0.59383032,0.46247552
        5,0.92,4.6,0.80776333,2.01940832,9.289278,3.01940832,13.889278,0.66134068,0.54145995
        5,0.95,4.75,0.87779902,3.51119610,16.678181,4.51119610,21.428181,0.77465492,0.68363057
        5,0.98,4.9,0.95031691,9.50316911,46.565529,10.50316911,51.465529,0.90396941,0.85988230
        10,0.5,5,0.03610536,0.00722107,0.036105,1.00722107,5.036105,0.00296371,0.00024328
        10,0.7,7,0.22173122,0.07391041,0.517373,1.07391041,7.517373,0.04947492,0.01103935
        10,0.8,8,0.40918015,0.20459008,1.636721,1.20459008,9.636721,0.15052897,0.05537651
        10,0.85,8.5,0.52986131,0.35324087,3.002547,1.35324087,11.502547,0.25028876,0.11822804
        10,0.9,9,0.66873152,0.66873152,6.018584,1.66873152,15.018584,0.40560617,0.24601258
        10,0.92,9.2,0.72933457,0.91166821,8.387348,1.91166821,17.587348,0.48888758,0.32771115
        10,0.95,9.5,0.82558558,1.65117116,15.686126,2.65117116,25.186126,0.64296669,0.50074297
        10,0.98,9.8,0.92816137,4.64080686,45.479907,5.64080686,55.279907,0.83983514,0.75991426
        13,0.5,6.5,0.01782037,0.00274160,0.017820,1.00274160,6.517820,0.00069097,0.00002679
        13,0.7,9.1,0.16805244,0.04309037,0.392122,1.04309037,9.492122,0.02390950,0.00340170
        13,0.8,10.4,0.35103016,0.13501160,1.404121,1.13501160,11.804121,0.09566688,0.02607227
        13,0.85,11.05,0.47689158,0.24455978,2.702386,1.24455978,13.752386,0.17987986,0.06784931
        13,0.9,11.7,0.62691200,0.48224000,5.642208,1.48224000,17.342208,0.32727676,0.17085345
        13,0.92,11.96,0.69375689,0.66707393,7.978204,1.66707393,19.938204,0.41245273,0.24521162
        13,0.95,12.35,0.80134339,1.23283599,15.225524,2.23283599,27.575524,0.57899252,0.41833793
        13,0.98,12.74,0.91765750,3.52945192,44.965217,4.52945192,57.705217,0.80579086,0.70756127
        20,0.5,10,0.00373113,0.00037311,0.003731,1.00037311,10.003731,0.00002514,0.00000017
        20,0.7,14,0.09356124,0.01559354,0.218310,1.01559354,14.218310,0.00465814,0.00023192
        20,0.8,16,0.25607779,0.06401945,1.024311,1.06401945,17.024311,0.03465636,0.00469023
        20,0.85,17,0.38505623,0.12835208,2.181985,1.12835208,19.181985,0.08591766,0.01917082
        20,0.9,18,0.55076900,0.27538450,4.956921,1.27538450,22.956921,0.20261659,0.07453848
        20,0.92,18.4,0.62786900,0.39241812,7.220493,1.39241812,25.620493,0.28211973,0.12676456
        20,0.95,19,0.75540123,0.75540123,14.352623,1.75540123,33.352623,0.45817401,0.27789658
        20,0.98,19.6,0.89734006,2.24335015,43.969663,3.24335015,63.569663,0.73467990,0.60150503
        50,0.5,25,0.00000720,0.00000029,0.000007,1.00000029,25.000007,0.00000000,0.00000000
        50,0.7,35,0.01102507,0.00073500,0.025725,1.00073500,35.025725,0.00000610,0.00000000
        50,0.8,40,0.08695255,0.00869525,0.347810,1.00869525,40.347810,0.00058588,0.00000395
        50,0.85,42.5,0.18966023,0.02528803,1.074741,1.02528803,43.574741,0.00446038,0.00010490
        50,0.9,45,0.36386447,0.07277289,3.274780,1.07277289,48.274780,0.02986781,0.00245170
        50,0.92,46,0.45808515,0.11452129,5.267979,1.11452129,51.267979,0.06199508,0.00839012
        50,0.95,47.5,0.62909473,0.25163789,11.952800,1.25163789,59.452800,0.18023866,0.05163924
        50,0.98,49,0.83826319,0.83826319,41.074896,1.83826319,90.074896,0.50843233,0.30837979
        100,0.5,50,0.00000000,0.00000000,0.000000,1.00000000,50.000000,0.00000000,0.00000000
        100,0.7,70,0.00045925,0.00001531,0.001072,1.00001531,70.001072,0.00000000,0.00000000
        100,0.8,80,0.01964643,0.00098232,0.078586,1.00098232,80.078586,0.00000089,0.00000000
        100,0.85,85,0.07485050,0.00499003,0.424153,1.00499003,85.424153,0.00004140,0.00000002
        100,0.9,90,0.21694048,0.02169405,1.952464,1.02169405,91.952464,0.00146173,0.00000985
        100,0.92,92,0.31161521,0.03895190,3.583575,1.03895190,95.583575,0.00570743,0.00010454
        100,0.95,95,0.50645685,0.10129137,9.622680,1.10129137,104.622680,0.04157251,0.00341248
        100,0.98,98,0.77510051,0.38755026,37.979925,1.38755026,135.979925,0.28514354,0.10489845
        213,0.5,106.5,0.00000000,0.00000000,0.000000,1.00000000,106.500000,0.00000000,0.00000000
        213,0.7,149.1,0.00000052,0.00000001,0.000001,1.00000001,149.100001,0.00000000,0.00000000
        213,0.8,170.4,0.00098764,0.00002318,0.003951,1.00002318,170.403951,0.00000000,0.00000000
        213,0.85,181.05,0.01263955,0.00039560,0.071624,1.00039560,181.121624,0.00000000,0.00000000
        213,0.9,191.7,0.08561656,0.00401956,0.770549,1.00401956,192.470549,0.00000203,0.00000000
        213,0.92,195.96,0.15879687,0.00931907,1.826164,1.00931907,197.786164,0.00003167,0.00000001
        213,0.95,202.35,0.35193071,0.03304514,6.686684,1.03304514,209.036684,0.00171332,0.00000834
        213,0.98,208.74,0.68318172,0.16037130,33.475904,1.16037130,242.215904,0.08118747,0.00964810
        """;

    /// <summary>Probabilities up to this are not estimated: the patients concerned come in rare clusters [0–1].</summary>
    private const double Rare = 0.0005;

    /// <summary>A percentage point of a probability, or a hundredth of a mean service, is narrow.</summary>
    private static readonly double Fine = Theory.Narrow(0.01);

    public static ExactSection Waits { get; } = new(
        "Waits for one of c servers (M/M/c)",
        "Erlang's delay formula (Erlang C)",
        "The unit of time is the mean service.",
        [.. Numbers.Rows(Table).Select(Servers)]);

    /// <summary>Two patients an hour, three treated an hour by each doctor.</summary>
    public static ExactSection CountyHospital { get; } = new(
        "County Hospital's emergency room (M/M/1 and M/M/2)",
        "Hillier and Lieberman, Introduction to Operations Research, chapter 17, with more digits",
        "Two patients an hour; a doctor treats three. Times in hours.",
        [
            County("s = 1", 1, [1 / 3.0, 2 / 9.0, 4 / 3.0, 2, 2 / 3.0, 1, 2 / 3.0, 2 / 3.0 * Math.Exp(-0.5), 2 / 3.0 * Math.Exp(-1)]),
            County("s = 2", 2, [1 / 2.0, 1 / 3.0, 1 / 12.0, 0.75, 1 / 24.0, 0.375, 1 / 6.0, 1 / 6.0 * Math.Exp(-2), 1 / 6.0 * Math.Exp(-4)]),
        ]);

    private static ExactSystem Servers(double[] row)
    {
        var (c, rho) = ((int)row[0], row[1]);
        // Services of 10 h where many serve: what is drawn is whole seconds, and a second should be short between two events.
        var hours = c < 20 ? 1 : 10;
        var (services, warmUp) = Length(c, rho, row[3]);
        var narrow = Theory.Narrow(rho > 0.97 ? 0.12 : 0.1);
        var narrowTail = c < 100 ? narrow : Theory.Narrow(0.25);
        return ExactSystem.Of(
            string.Create(CultureInfo.InvariantCulture, $"c = {c}, ρ = {rho}"),
            Yaml(c, c * rho / hours, hours * 60, services * hours / 24, Math.Ceiling(warmUp * hours / 24)),
            new ExactValue("P(wait > 0)", row[3], runs => Share(runs, "delayed"), narrow) { OrAtMost = Fine, Resolution = Rare },
            new ExactValue("Wq", row[4], runs => Hours(runs.Values("wait_mean", "care"), 60 * hours), narrow) { OrAtMost = Fine, Resolution = Rare },
            new ExactValue("Lq", row[5], runs => runs.Values("queue_length", "care"), narrow) { OrAtMost = c * Fine, Resolution = c * Rare },
            new ExactValue("W", row[6], runs => Hours(runs.Values("stay"), 60 * hours), narrow),
            new ExactValue("L", row[7], runs => runs.Values("occupied", "room"), narrow),
            new ExactValue("P(wait > ½)", row[8], runs => Share(runs, "over_half"), narrowTail) { OrAtMost = Fine, Resolution = Rare },
            new ExactValue("P(wait > 1)", row[9], runs => Share(runs, "over_one"), narrowTail) { OrAtMost = Fine, Resolution = Rare },
            new ExactValue("utilisation [%]", 100 * rho, runs => runs.Values("utilisation", "server"), Theory.Narrow(0.01)));
    }

    /// <summary>
    /// Length and warm-up of one of 20 replications [mean services]. The variance of a mean wait goes with 1 / (1 − ρ)² where the wait is common, and with the
    /// rarity of clusters of waiting patients where it is not (Whitt 1989, Management Science 35:1341–1366); the state forgets its start in about 1 / (c
    /// (1 − √ρ)²) services.
    /// </summary>
    private static (double Services, double WarmUp) Length(int c, double rho, double delayed)
    {
        var patients = ((3 / ((1 - rho) * (1 - rho))) + (3 * c)) / Math.Max(delayed, 0.2) * 1500;
        patients = delayed < Rare ? 0 : patients;
        var most = c == 1 ? 2_500_000 : c < 100 ? 4_000_000 : 8_000_000;
        var services = Math.Clamp(patients, 300_000, most) / 20 / (c * rho);
        var memory = 1 / (c * (1 - Math.Sqrt(rho)) * (1 - Math.Sqrt(rho)));
        return (services, (4 * memory) + 8);
    }

    private static ExactSystem County(string name, int doctors, double[] answers) => ExactSystem.Of(
        name,
        Yaml(doctors, 2, 20, 1500, 20) + """

              occupancy: { measure: occupancy_distribution, pools: [room] }
            """,
        new ExactValue("P0", answers[0], runs => runs.Values("occupancy_distribution", "room/0"), Theory.Narrow(0.05)),
        new ExactValue("P1", answers[1], runs => runs.Values("occupancy_distribution", "room/1"), Theory.Narrow(0.05)),
        new ExactValue("Lq", answers[2], runs => runs.Values("queue_length", "care"), Theory.Narrow(0.05)),
        new ExactValue("L", answers[3], runs => runs.Values("occupied", "room"), Theory.Narrow(0.05)),
        new ExactValue("Wq [h]", answers[4], runs => Hours(runs.Values("wait_mean", "care"), 60), Theory.Narrow(0.05)),
        new ExactValue("W [h]", answers[5], runs => Hours(runs.Values("stay"), 60), Theory.Narrow(0.05)),
        new ExactValue("P(wait > 0)", answers[6], runs => Share(runs, "delayed"), Theory.Narrow(0.05)),
        new ExactValue("P(wait > ½ h)", answers[7], runs => Share(runs, "over_half"), Theory.Narrow(0.05)),
        new ExactValue("P(wait > 1 h)", answers[8], runs => Share(runs, "over_one"), Theory.Narrow(0.1)),
        new ExactValue("utilisation [%]", 100 * 2 / 3.0 / doctors, runs => runs.Values("utilisation", "server"), Theory.Narrow(0.01)));

    private static string Yaml(int c, double perHour, int serviceMinutes, double days, double warmUpDays) =>
        $$"""
        system: mmc
        run: { starts: Mon 00:00, lasts: {{Theory.Days(days)}} d, warm_up: {{Numbers.Text(warmUpDays)}} d, begin: empty }
        pools:
          room: { kind: spaces, capacity: unlimited }
          server: { kind: staff, capacity: {{c}} }
        streams: { arrivals: { to: care, rate: {{Numbers.Text(perHour)}} per h } }
        stages: { care: { place: room, staff: server, clock: stay, time: exponential mean {{serviceMinutes}} min, then: leave } }
        measures:
          delayed: { started: care, over: 0 s }
          over_half: { started: care, over: {{(serviceMinutes == 20 ? 30 : serviceMinutes / 2)}} min }
          over_one: { started: care, over: {{(serviceMinutes == 20 ? 60 : serviceMinutes)}} min }
          stay: { clock: stay, mean: true, unit: min }
        """;

    private static double[] Share(Replications runs, string measure) => [.. runs.Values(measure).Select(value => value / 100)];

    private static double[] Hours(double[] minutes, double unit) => [.. minutes.Select(value => value / unit)];
}
