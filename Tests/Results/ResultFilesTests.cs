using System.Text;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Tables;
using FlowSim.Simulator.Measures;
using FlowSim.Tests.Experiments;
using FlowSim.Tests.Golden;

namespace FlowSim.Tests.Results;

public sealed class ResultFilesTests
{
    private static readonly ExperimentSummary Summary = ExperimentSummary.Of(MadeUpExperiment.Result);

    [Test]
    public void The_replications_file_is_as_kept() => Check("replications.csv", stream => ResultFiles.WriteReplications(stream, MadeUpExperiment.Result));

    [Test]
    public void The_summary_file_is_as_kept() => Check("summary.csv", Table("summary.csv"));

    [Test]
    public void The_differences_file_is_as_kept() => Check("differences.csv", Table("differences.csv"));

    [Test]
    public void The_timeline_file_is_as_kept() => Check("timeline.csv", Table("timeline.csv"));

    [Test]
    public void The_flows_file_is_as_kept() => Check("flows.csv", Table("flows.csv"));

    [Test]
    public void The_manifest_is_as_kept() => Check("manifest.json", stream => ManifestFile.Write(stream, MadeUpManifest.Manifest));

    [TestCase("replications.csv", "scenario,replication,period,measure,place,group,value")]
    [TestCase("summary.csv", "scenario,period,measure,place,group,unit,n,mean,sd,lower95,upper95,p05,p50,p95,lower95_all,upper95_all,n_outer,model_error95")]
    [TestCase("differences.csv",
        "scenario,period,measure,place,group,unit,n,mean,lower95,upper95,lower_sim,upper_sim,family_size,correlation,baseline_mean,scenario_mean,lower95_all,upper95_all,n_outer")]
    [TestCase("timeline.csv", "scenario,measure,place,time,mean,p05,p50,p95,n,sd,lower95,upper95")]
    [TestCase("flows.csv", "scenario,period,from,to,place,per_day")]
    public void The_columns_are_those_users_script_against(string file, string columns)
    {
        using var folder = new TemporaryFolder();
        using (var results = ResultFolder.Open(folder.Path))
        {
            ResultFiles.Write(results, MadeUpExperiment.Result, Summary, hasDates: true);
            results.Commit(MadeUpManifest.Manifest);
        }

        var bytes = File.ReadAllBytes(Path.Combine(folder.Path, file));
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.That(text.Split('\n')[0], Is.EqualTo(columns));
        Assert.That(text, Does.Not.Contain('\r'));
        Assert.That(text, Does.EndWith("\n"));
    }

    [Test]
    public void A_system_without_dates_counts_days_from_1()
    {
        var text = Written(Table("timeline.csv", hasDates: false));
        Assert.That(text, Does.Contain("baseline,occupied_beds,north,day 1,50.25,"));
        Assert.That(text, Does.Contain("baseline,in_ed,system,Mon 01:00,2,"));
    }

    [Test]
    public void Numbers_of_beds_never_seen_occupied_and_what_follows_from_the_others_have_no_row()
    {
        ReplicationResult replication = new()
        {
            Rows =
            [
                new("all", "occupancy_distribution", "system", "bed/0", "share", 0),
                new("all", "p_delay", "system", "bed/0", "share", double.NaN),
                new("all", "p_full", "system", "bed/1", "share", 0.25),
                new("all", "occupancy_distribution", "system", "bed/1", "share", 0.25),
                new("all", "dtoc_rate", "system", "", "%", 0),
                new("all", "wait_mean", "system", "ward", "min", double.NaN),
            ],
            Timelines = [],
            Flows = [],
            Events = 0,
            FirstDay = new DateOnly(2017, 4, 1),
        };
        ExperimentResult result = new()
        {
            Scenarios = [new ScenarioResult { Id = "baseline", Title = "", Reported = [replication], SpinUp = [] }],
            Replications = [1],
            Complete = true,
            Events = 0,
        };
        Assert.That(Written(stream => ResultFiles.WriteReplications(stream, result)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1), Is.EqualTo(new[]
        {
            "baseline,1,all,occupancy_distribution,system,bed/1,0.25",
            "baseline,1,all,dtoc_rate,system,,0",
            "baseline,1,all,wait_mean,system,ward,",
        }));
    }

    private static Action<Stream> Table(string name, bool hasDates = true) => ResultFiles.Tables(Summary, hasDates).Single(table => table.Name == name).Write;

    private static void Check(string name, Action<Stream> write) => GoldenFile.Check($"made-up/{name}", Written(write));

    private static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
