using System.Globalization;
using System.Text;
using FlowSim.Scenarios.Experiments;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Properties;

/// <summary>What common random numbers gain in the county's system: minutes of computing, so only on request, to write docs/validation.md.</summary>
[Category("Properties")]
public sealed class VarianceReductionTests
{
    private const int Replications = 20;
    private const ulong Seed = 1;

    /// <summary>For the numbers that are independent of the changed systems'.</summary>
    private const ulong OtherSeed = 2;

    private static readonly string[] Headline =
    [
        "ae_attendances", "emergency_admissions", "four_hour_rate", "breaches", "occupancy_rate", "midnight_occupancy_rate", "dtoc_rate", "delayed_beds",
        "medically_fit_days", "length_of_stay", "handover_over_30", "response_mean", "electives_cancelled", "miu_attendances", "community_occupancy_rate",
    ];

    [Test]
    [Explicit("some two minutes; writes docs/validation.md")]
    public void Common_numbers_need_fewer_replications_than_independent_ones()
    {
        var common = CountyExperiment.Run(County.All, Replications, Seed);
        var independent = CountyExperiment.Run([], Replications, OtherSeed).Scenarios[0];
        ValidationPage.Write("random numbers: variance",
            Table(common, independent, Ratio) + "\nThe differences themselves, each with its paired 95 % half width:\n\n"
            + Table(common, independent, Difference));
        foreach (var scenario in common.Scenarios.Skip(1))
        {
            Assert.That(Gain(scenario, common.Scenarios[0], independent, "ae_attendances"), Is.GreaterThan(5), scenario.Title);
        }
    }

    private static string Table(ExperimentResult common, ScenarioResult independent, Func<ScenarioResult, ScenarioResult, ScenarioResult, string, string> cell)
    {
        var text = new StringBuilder("| measure, 2017/18 | ").AppendJoin(" | ", County.All.Select(change => change.Name)).Append(" |\n|---|")
            .Append(string.Concat(County.All.Select(_ => "--:|"))).Append('\n');
        foreach (var measure in Headline)
        {
            text.Append("| ").Append(measure).Append(" | ")
                .AppendJoin(" | ", common.Scenarios.Skip(1).Select(scenario => cell(scenario, common.Scenarios[0], independent, measure))).Append(" |\n");
        }

        return text.ToString();
    }

    private static string Ratio(ScenarioResult changed, ScenarioResult baseline, ScenarioResult independent, string measure)
    {
        var gain = Gain(changed, baseline, independent, measure);
        return double.IsPositiveInfinity(gain)
            ? "no difference"
            : gain >= 9.95 ? gain.ToString("#,0", CultureInfo.InvariantCulture)
            : gain.ToString("0.0", CultureInfo.InvariantCulture);
    }

    private static string Difference(ScenarioResult changed, ScenarioResult baseline, ScenarioResult independent, string measure)
    {
        var (mean, halfWidth) = Theory.Interval(Differences(changed, baseline, measure), 0.95);
        var decimals = halfWidth > 0 ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(halfWidth)), 0, 6) : 0;
        return mean.ToString("+0." + new string('0', decimals) + ";-0." + new string('0', decimals), CultureInfo.InvariantCulture) + " ± "
            + halfWidth.ToString("F" + decimals, CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Variance of the difference of independent runs ÷ variance of the paired difference: how many times the replications independent numbers would
    /// need.
    /// </summary>
    private static double Gain(ScenarioResult changed, ScenarioResult baseline, ScenarioResult independent, string measure)
    {
        var apart = Variance(CountyExperiment.Values(changed, measure)) + Variance(CountyExperiment.Values(independent, measure));
        return apart / Variance(Differences(changed, baseline, measure));
    }

    private static double[] Differences(ScenarioResult changed, ScenarioResult baseline, string measure) =>
        [.. CountyExperiment.Values(changed, measure).Zip(CountyExperiment.Values(baseline, measure), (with, without) => with - without)];

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
