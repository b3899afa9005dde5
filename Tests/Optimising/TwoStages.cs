using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Optimising;
using FlowSim.Tests.Loading;

namespace FlowSim.Tests.Optimising;

/// <summary>The system of <see cref="AcuteToCommunityChain"/> with a question to it.</summary>
internal sealed class TwoStages : IDisposable
{
    public const int Acute = 10;
    public const int Community = 5;

    public const string BothLevers =
        """
        ward: { add: pools.acute-bed.capacity, range: 0 to 6, gbp_per_year: £100000 }
              community: { add: pools.community-bed.capacity, range: 0 to 6, gbp_per_year: £60000 }
        """;

    private readonly TemporarySystem system;

    public TwoStages(string targets, string levers = BothLevers, string costs = "", int days = 8_000)
    {
        (string, string)[] priced = costs.Length == 0 ? [] : [("costs.csv", costs)];
        system = TemporarySystem.With([("system.yaml", Yaml(targets, levers, costs.Length > 0, days)), .. priced]);
    }

    public string Folder => system.Folder;

    public string Problems => system.Printed;

    /// <summary>The question; null with <see cref="Problems"/>.</summary>
    public Question? Read(int replications = 8) =>
        system.Read() is { } files ? Question.Read(files, "beds", new RunOverrides(Replications: replications), system.Problems) : null;

    public void Dispose() => system.Dispose();

    private static string Yaml(string targets, string levers, bool isPriced, int days) =>
        $$"""
        system: two-stages
        run: { lasts: {{days}} d, warm_up: 200 d, begin: empty }
        partners: [trust, council]
        {{(isPriced ? "prices: { year: 2016/17 }" : "")}}
        pools:
          acute-bed: { kind: beds, group: acute, owner: trust, capacity: {{Acute}} }
          community-bed: { kind: beds, owner: council, capacity: {{Community}} }
        streams: { admissions: { to: ward, rate: 1.5 per d } }
        stages:
          ward: { place: acute-bed, gives_up: [ { queue: 0, to: turned-away } ], time: exponential mean 4 d, then: { community: 30 %, leave: rest } }
          community: { place: community-bed, delayed: { reason: C, attribution: nhs }, time: exponential mean 10 d, then: leave }
        exits: [turned-away]
        measures:
          delayed: { average: { delayed_time: acute }, unit: beds }
          lost: { ratio: [ { exits: turned-away }, { arrivals: admissions } ], unit: "%" }
        optimise:
          beds:
            title: Fewer lost and fewer delayed
            targets: [{{targets}}]
            levers:
              {{levers}}
        """;
}
