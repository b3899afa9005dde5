using System.Globalization;
using FlowSim.Tests.Analytic;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Results;
using MathNet.Numerics.Distributions;

namespace FlowSim.Tests.Uncertainty;

/// <summary>
/// M/M/2 whose rate of arrivals is not known: gamma with a standard deviation of a tenth, as a calibrated set of its quantiles. Of a day in balance the number
/// of arrivals and the mean number present are known for each rate, and with them what is chance and what is not known.
/// </summary>
public sealed class GammaQueueTests
{
    private const double PerHour = 3.6;
    private const double ServedPerHour = 3;
    private const int Servers = 2;
    private const double Shape = 100;
    private const int Members = 200;
    private const int Draws = 400;
    private const double Hours = 24;

    /// <summary>Arrivals of a day that the claim is about.</summary>
    private const int Bound = 90;

    /// <summary>The description, and the quantiles: what is drawn of, each as likely.</summary>
    private static readonly double[] Factors =
        [1, .. Enumerable.Range(0, Members).Select(member => Math.Round(Gamma.InvCDF(Shape, Shape, (member + 0.5) / Members), 6))];

    private static readonly Lazy<(List<Dictionary<string, string>> Variances, List<Dictionary<string, string>> Chances)> Found = new(Run);

    [Test]
    public void Of_the_number_of_arrivals_both_variances_are_those_of_theory()
    {
        // Poisson given the rate: its variance is its mean.
        var means = Array.ConvertAll(Factors, factor => factor * PerHour * Hours);
        var row = Row("came");
        Near(row, "v_chance", means.Average());
        Near(row, "v_inputs", Variance(means));
        Assert.That(CsvText.Number(row["mean"]), Is.EqualTo(means.Average()).Within(4 * CsvText.Number(row["mean_se"])));
        Assert.That(CsvText.Number(row["best_inner"]), Is.EqualTo(1 + (means.Average() / Variance(means))).Within(0.6));
    }

    [Test]
    public void Of_the_number_present_what_is_not_known_is_that_of_Erlang_C()
    {
        var means = Array.ConvertAll(Factors, factor =>
        {
            var load = factor * PerHour / ServedPerHour;
            return load + (Formulas.ErlangC(Servers, load) * load / (Servers - load));
        });
        Near(Row("present"), "v_inputs", Variance(means));
    }

    [Test]
    public void The_two_probabilities_of_few_arrivals_are_those_of_theory()
    {
        // Fewer than 90.5: the mixture of Poisson numbers that happen; and the share of rates of which the mean is below.
        var happens = Factors.Average(factor => Poisson.CDF(factor * PerHour * Hours, Bound));
        var onAverage = Factors.Average(factor => factor * PerHour * Hours <= Bound + 0.5 ? 1.0 : 0);
        Assert.That(Chance("happens"), Is.EqualTo(happens).Within(4 * Math.Sqrt(happens * (1 - happens) / Draws)));
        Assert.That(Chance("true-on-average"), Is.EqualTo(onAverage).Within(4 * Math.Sqrt(onAverage * (1 - onAverage) / Draws)));
        Assert.That(CsvText.Number(Found.Value.Chances.Single(row => row["kind"] == "true-on-average")["uncorrected"]), Is.LessThan(onAverage));
    }

    private static void Near(Dictionary<string, string> row, string column, double truth)
    {
        var error = CsvText.Number(row[column + "_se"]);
        Assert.That(CsvText.Number(row[column]), Is.EqualTo(truth).Within(4 * error));
        Assert.That(error, Is.LessThan(0.25 * truth), "narrow enough to tell");
    }

    private static Dictionary<string, string> Row(string measure) => Found.Value.Variances
        .Single(row => row["measure"] == measure && row["place"] == "system" && row["group"].Length == 0 && row["period"] == "all");

    private static double Chance(string kind) => CsvText.Number(Found.Value.Chances.Single(row => row["kind"] == kind)["probability"]);

    private static double Variance(double[] values) => values.Average(value => value * value) - (values.Average() * values.Average());

    private static (List<Dictionary<string, string>> Variances, List<Dictionary<string, string>> Chances) Run()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["queue"]);
        File.WriteAllText(folder["queue/system.yaml"], string.Create(CultureInfo.InvariantCulture, $$"""
            system: queue
            run: { starts: Mon 00:00, lasts: 1 d, warm_up: 1 d, begin: empty }
            pools:
              room: { kind: spaces, capacity: unlimited }
              server: { kind: staff, capacity: {{Servers}} }
            streams: { arrivals: { to: care, rate: {{PerHour}} per h } }
            stages: { care: { place: room, staff: server, time: exponential mean 20 min, then: leave } }
            measures:
              came: { title: Arrivals, total: { entries: care }, unit: patients, standard: {{Bound + 0.5}} target, better: lower }
              present: { title: Present, average: { occupied: room }, unit: patients }
            headline: [came, present]
            """));
        File.WriteAllLines(folder["queue/calibrated-set.csv"],
            Factors.Select((factor, at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1},{(at == 0 ? "true" : "false")},{factor}"))
                .Prepend("member,central,scale:streams.arrivals.rate"));
        var run = TypedCommand.Run("uncertainty", "--system", folder["queue"], "--draws", $"{Draws}", "--inner", "4", "--out", folder["out"], "--quiet");
        Assert.That(run.Exit, Is.Zero, run.Error);
        return (CsvText.Rows(folder["out/uncertainty.csv"]), CsvText.Rows(folder["out/probabilities.csv"]));
    }
}
