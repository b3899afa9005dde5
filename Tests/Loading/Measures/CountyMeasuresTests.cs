using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Description.Measures;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Tests.Loading.Measures;

/// <summary>The measures of Cambridgeshire &amp; Peterborough: their ids are a promise to those who script against the results.</summary>
public sealed class CountyMeasuresTests
{
    private const string File = "Scenarios/Library/england/parts/measures.yaml";

    /// <summary>Ids of the design's table of measures; two need a second scenario or beds that are not modelled.</summary>
    private static readonly string[] Promised =
    [
        "occupancy_rate", "occupied_beds", "midnight_occupancy_rate", "days_over_95", "four_hour_rate", "four_hour_rate_all", "breaches", "trolley_12h",
        "ae_attendances", "emergency_admissions", "miu_attendances", "emergency_admissions_per_100k", "bed_days_per_100k", "dtoc_days_per_100k",
        "dtoc_rate", "dtoc_days", "delayed_beds", "medically_fit_days", "length_of_stay", "stays_over_7d_share", "stays_over_21d_share",
        "handover_over_30", "handover_over_60", "response_mean", "response_p90", "hear_treat_rate", "see_treat_rate", "conveyance_rate",
        "calls_111", "answered_60s", "abandoned", "clinician_contact", "callback_4h", "left_without_being_seen", "electives_cancelled", "readmission_30d",
        "community_occupancy_rate", "community_wait", "wait_mean", "wait_median", "wait_p90", "wait_p95", "utilisation", "queue_length",
        "occupancy_distribution",
    ];

    [Test]
    public void Every_promised_measure_is_declared_or_comes_by_itself()
    {
        var measures = Read(out _);
        var present = measures.Select(measure => measure.Id).Concat(GenericMeasures.All.Select(measure => measure.Id));
        Assert.That(Promised.Except(present), Is.Empty);
    }

    [Test]
    public void Every_measure_says_what_it_is_in_which_unit_and_on_whose_authority()
    {
        var measures = Read(out var problems);
        Assert.That(problems.Sorted, Is.Empty);
        var incomplete = measures.Where(measure => measure.Words.Title is null || measure.Words.Definition is null || measure.Words.Source is null
            || measure.Unit is null).Select(measure => measure.Id);
        Assert.That(incomplete, Is.Empty);
    }

    [Test]
    public void The_headline_is_made_of_declared_measures()
    {
        var map = Map(new ProblemList());
        var headline = ((ListNode)map["headline"]!).Items.Select(item => item.ToString());
        var declared = ((MapNode)map["measures"]!).Entries.Select(entry => entry.Key);
        Assert.That(headline.Except(declared), Is.Empty);
        Assert.That(headline.Count(), Is.EqualTo(15));
    }

    private static IReadOnlyList<MeasureDescription> Read(out ProblemList problems)
    {
        problems = new ProblemList();
        return SystemBinding.Bind(SystemReader.Read("cambridgeshire-peterborough", problems)!, problems).Measures;
    }

    private static MapNode Map(ProblemList problems) =>
        YamlReader.ReadMap(System.IO.File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, File)), File, problems)!;
}
