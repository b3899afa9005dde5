using FlowSim.Cli.Running;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Cli;

public sealed class CorrelationWarningTests
{
    private static readonly SystemNames Names = SystemNames.Of(new SystemFacts { Id = "made-up", Title = "Made up" });

    [Test]
    public void A_headline_difference_without_positive_correlation_is_named_in_one_line()
    {
        var warning = CorrelationWarning.Of(Differences(("wait_mean", 0.9, 8), ("dtoc_rate", -0.3, 8), ("breaches", 0, 8)), ["wait_mean", "dtoc_rate"], Names,
            Periods.All).Single();
        Assert.That(warning, Does.Contain("1 of 2").And.Contain("Dtoc rate, Whole system: -0.30"));
    }

    [Test]
    public void Few_pairs_and_constant_series_are_no_reason_to_warn() =>
        Assert.That(CorrelationWarning.Of(Differences(("dtoc_rate", -1, 2), ("wait_mean", double.NaN, 8)), ["wait_mean", "dtoc_rate"], Names, Periods.All),
            Is.Empty);

    private static ExperimentSummary Differences(params (string Measure, double Correlation, int N)[] rows) =>
        new()
        {
            Summaries = [],
            Differences = [
                .. rows.Select(row =>
                    new Difference { Scenario = "hub", Key = new ResultKey("all", row.Measure, "system", ""), Unit = "", N = row.N, Mean = 1, Lower95 = 0,
                        Upper95 = 2, Correlation = row.Correlation })],
        };
}
