using FlowSim.Cli.Running;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Reading;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Savings;

/// <summary>
/// A hospital and a council without chance: one patient comes every two hours, stays two days in a bed and then one day in care. So 24 beds and 12 places
/// are in use for ever, and every amount is known on paper.
/// </summary>
internal sealed class TwoPartners : IDisposable
{
    public const string CostHeader = "item,counts,gbp,unit,price_year,index,partner,counterparty,basis,factor,range,covers,status,source\n";
    public const string ClaimHeader = "claim,scenario,form,subject,place,period,comparator,relation,target,verdict,source\n";
    public const string Bed = "bed-day,use of bed,300,bed-day,2016/17,,,,cash,,,,assumed,none\n";
    public const string Care = "care day,use of care,40,day,2016/17,,council,,cash,,,,assumed,none\n";
    public const string Tariff = "tariff,visits,100,visit,2016/17,,commissioner,trust,payment,,,,assumed,none\n";

    private readonly TemporaryFolder folder = new();

    public string System => Path.Combine(folder.Path, "pair");

    public string Results => Path.Combine(folder.Path, "results");

    public string Costs { get; set; } = CostHeader + Bed + Care;

    public string Prices { get; set; } = "prices: { year: 2016/17 }";

    public string Index { get; set; } = "";

    public string Claims { get; set; } = "";

    /// <summary>Distributions in place of the fixed times, where chance is wanted.</summary>
    public string Stay { get; set; } = "2 d";

    public string CareTime { get; set; } = "1 d";

    public string Run { get; set; } = "{ starts: 2016-04-01, branch: 2017-04-01, lasts: 2 y, begin: empty, replications: 3 }";

    /// <summary>Where patients are who are cared for.</summary>
    public string CarePlace { get; set; } = "care";

    /// <summary>Further pools, each on a line.</summary>
    public string Pools { get; set; } = "";

    /// <summary>Further measures, each on a line.</summary>
    public string Measures { get; set; } = "";

    public string Scenarios { get; set; } = "  shorter: { changes: [ { set: stages.stay.time, to: 1 d, reason: r } ] }\n";

    /// <summary>Lines of a short scenario.</summary>
    public static string Scenario(string id, string changes, string investment = "") =>
        $"  {id}: {{ scenario: {id}, changes: [ {changes} ]{(investment.Length > 0 ? $", investment: [ {investment} ]" : "")} }}\n";

    public static string Set(string path, string to) => $"{{ set: {path}, to: {to}, reason: r }}";

    public ResultSet Compare(params string[] options)
    {
        var typed = Typed(options);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Done), typed.Error);
        return ResultReader.Read(Results);
    }

    public TypedCommand Typed(params string[] options)
    {
        Directory.CreateDirectory(System);
        File.WriteAllText(Path.Combine(System, "system.yaml"), $$"""
            system: pair
            partners: [trust, council, commissioner]
            {{Prices}}
            run: {{Run}}
            pools:
              bed:  { kind: beds, capacity: unlimited, owner: trust }
              care: { kind: caseload, capacity: unlimited, owner: council }
            {{Pools}}
            streams: { come: { schedule: { every: 2 h }, to: stay } }
            stages:
              stay: { place: bed, time: {{Stay}}, then: care }
              care: { place: {{CarePlace}}, time: {{CareTime}}, then: leave }
            measures:
              visits: { entries: stay, per: day }
              visits-in-all: { total: { entries: stay }, unit: patients }
              stay-length: { wait: care, mean: true }
              beds-in-use: { average: { occupied: bed }, monthly: true }
            {{Measures}}
            headline: [ visits ]
            scenarios:
            {{Scenarios}}
            """);
        File.WriteAllText(Path.Combine(System, "costs.csv"), Costs);
        if (Index.Length > 0)
        {
            File.WriteAllText(Path.Combine(System, "price-index.csv"), Index);
        }

        if (Claims.Length > 0)
        {
            File.WriteAllText(Path.Combine(System, "claims.csv"), ClaimHeader + Claims);
        }

        return TypedCommand.Run(80, CancellationToken.None, ["compare", "--system", System, "--out", Results, "--force", .. options]);
    }

    public void Dispose() => folder.Dispose();
}
