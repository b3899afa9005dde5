using FlowSim.Scenarios.Calibration;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Calibration;

/// <summary>
/// Two clinics to which as many patients come each day as the plan says, and who stay 1 h or 5 h: what the model gives is counted on one's fingers. North has
/// 3 short and 1 long stay a day, in December 3 and 3; south 3 and 3.
/// </summary>
internal sealed class TwoClinics : IDisposable
{
    public const string Header = "measure,place,group,period,observed,observed_lower95,observed_upper95,status,tolerance,source,note";

    private const string Description = """
        system: two-clinics
        title: Two clinics whose patients come by plan
        run: { starts: 2016-04-01, branch: 2017-04-01, lasts: 1 y, begin: empty, replications: 2 }
        dimensions: { site: [north, south] }
        attributes: { kind: [short, long] }
        pools: { chair: { each: site, kind: spaces, capacity: 9 } }
        streams:
          short: { each: site, to: see, attributes: { kind: short }, schedule: { at: daily 08:00, count: 3 } }
          long:  { each: site, to: see, attributes: { kind: long }, schedule: { at: daily 08:00, count: { table: long } } }
        stages:
          see: { each: site, place: chair@site, clock: visit, time: { table: time }, then: leave }
        tables:
          long: { keys: [site, month], rows: { north Dec: 3, "north *": 1, "south *": 3 } }
          time: { keys: [kind], rows: { short: 1 h, long: 5 h } }
        measures:
          visits: { starts: visit, per: day, by: site, group: kind, monthly: true }
          within_4h: { title: The share seen within four hours, visits: visit, within: 4 h, by: site, monthly: true }
          all_visits: { total: { starts: visit }, by: site, monthly: true }
          busy: { average: { occupied: chair }, by: site, unit: patients, monthly: true }
          full: { ratio: [ { census_over: chair, share: 95 % }, { censuses: true } ], by: site, unit: "%", monthly: true }
          median: { clock: visit, quantile: 50 %, by: site }
          yearly: { starts: visit, per: day, by: site }

        """;

    private readonly TemporaryFolder folder = new();

    /// <param name="rows">Of the file, below its header; null: there is no such file.</param>
    public TwoClinics(params string[]? rows)
    {
        Directory.CreateDirectory(Path);
        Write("system.yaml", Description);
        if (rows is not null)
        {
            Write("observed.csv", string.Join('\n', [Header, .. rows]) + "\n");
        }
    }

    public string Path => System.IO.Path.Combine(folder.Path, "two-clinics");

    public string Results => System.IO.Path.Combine(folder.Path, "results");

    public void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    /// <summary>The problems of rows, or of a whole file.</summary>
    public static IReadOnlyList<Problem> ProblemsOf(params string[] rows)
    {
        using var system = new TwoClinics(rows);
        return system.Read().Problems.Sorted;
    }

    /// <summary>The calibration of rows without problems.</summary>
    public static IReadOnlyList<CalibrationRow> Judged(int replications, params string[] rows)
    {
        using var system = new TwoClinics(rows);
        var (observed, baseline, problems) = system.Read();
        Assert.That(problems.Sorted, Is.Empty);
        var plan = new ExperimentPlan
        {
            Baseline = baseline,
            Scenarios = [new PlannedScenario(ExperimentPlan.BaselineId, "", baseline)],
            Replications = replications,
            KeepsBases = true,
            Threads = 1,
        };
        return observed!.Against(ExperimentRunner.Run(plan));
    }

    public void Dispose() => folder.Dispose();

    private (Observations? Observed, Simulator.Model.SystemTimeline Baseline, ProblemList Problems) Read()
    {
        var problems = new ProblemList();
        var files = SystemReader.Read(Path, problems)!;
        var baseline = new TimelineBuilder(files, RunOverrides.None, problems).Baseline()!;
        return (Observations.Read(files, baseline.First, problems), baseline, problems);
    }
}
