namespace FlowSim.Tests.Analytic;

/// <summary>Who has ended and finds no next place blocks the present one.</summary>
internal static class Blocking
{
    /// <summary>Buffer, throughput, P(blocked).</summary>
    public const string TandemTable =
        """
        0,0.666667,0.333333
        1,0.750000,0.250000
        2,0.800000,0.200000
        5,0.875000,0.125000
        """;

    /// <summary>
    /// Acute beds, community beds, arrivals [per d], mean treatment [d], share to the community [0–1], mean stay there [d], share lost [0–1], acute beds
    /// occupied, of them delayed, delayed of those occupied [%], delayed of beds [%], community beds occupied.
    /// </summary>
    public const string AcuteToCommunityTable =
        """
        10,5,1.5,4,0.3,10,0.1054478,6.524945,1.157632,17.7416,11.5763,4.025485
        10,6,1.5,4,0.3,10,0.0670562,6.088411,0.490749,8.0604,4.9075,4.198247
        10,8,1.5,4,0.3,10,0.0460958,5.794831,0.071406,1.2322,0.7141,4.292569
        20,10,3.5,5,0.15,20,0.1598648,16.614585,1.912219,11.5093,9.5611,8.821419
        20,12,3.5,5,0.15,20,0.1164843,16.082817,0.621293,3.8631,3.1065,9.276914
        20,15,3.5,5,0.15,20,0.0997519,15.838352,0.084011,0.5304,0.4201,9.452605
        30,20,5,5,0.2,20,0.0963041,24.793399,2.201002,8.8774,7.3367,18.073918
        """;

    public static ExactSection Tandem { get; } = new(
        "A server that the next one blocks",
        "Two exponential servers of equal rate, the first saturated: throughput (b + 2) / (b + 3); Hillier and Boling 1967, Operations Research 15:286–303",
        "Mean service 1 h, b places between the two. Throughput in patients an hour.",
        [.. Numbers.Rows(TandemTable).Select(TwoServers)]);

    public static ExactSection AcuteToCommunity { get; } = new(
        "Patients who wait in acute beds for community beds",
        "Markov chain of (treated, delayed, in the community), solved numerically",
        "A patient who finds the acute ward full is lost. One who needs a community bed and finds none stays in the acute bed as a delayed transfer of care. The chain's days are hours in the system simulated: nothing else in it has a scale of time.",
        [.. Numbers.Rows(AcuteToCommunityTable).Select(Wards)]);

    private static ExactSystem TwoServers(double[] row)
    {
        var buffer = (int)row[0];
        var (pool, stage) = buffer == 0
            ? ("", "")
            : ($$"""buffer: { kind: spaces, capacity: {{buffer}} }""", "between: { place: buffer, time: 0 s, then: two }");
        var next = buffer == 0 ? "two" : "between";
        return ExactSystem.Of(
            $"b = {buffer}",
            $$"""
            system: tandem
            run: { starts: Mon 00:00, lasts: 600 d, warm_up: 10 d, begin: described }
            pools:
              first: { kind: spaces, capacity: 1 }
              second: { kind: spaces, capacity: 1 }
              {{pool}}
            streams: { nobody: { to: one, rate: 0 per d } }
            stages:
              one: { place: first, starts_with: { stream: nobody, waiting: 14000 }, time: exponential mean 1 h, then: {{next}} }
              {{stage}}
              two: { place: second, time: exponential mean 1 h, then: leave }
            measures:
              throughput: { entries: two, per: day }
            """,
            new ExactValue("throughput", row[1], runs => [.. runs.Values("throughput").Select(value => value / 24)], 0.01),
            new ExactValue("P(the first is blocked)", row[2], runs => runs.Values("queue_length", next))) with
        {
            Conditions = [("the first server always has a patient waiting", runs => runs.Values("still_waiting", "one").All(value => value > 0))],
        };
    }

    private static ExactSystem Wards(double[] row)
    {
        var (acute, community, rate) = (row[0], row[1], row[2]);
        var narrow = Theory.Narrow(row[8] < 0.1 ? 0.1 : 0.05);
        return ExactSystem.Of(
            $"{acute} and {community} beds",
            $$"""
            system: acute-community
            run: { starts: Mon 00:00, lasts: {{Theory.Days(120_000 / (24 * rate))}} d, warm_up: 50 d, begin: empty }
            pools:
              acute-bed: { kind: beds, capacity: {{acute}}, group: acute-ga }
              community-bed: { kind: beds, capacity: {{community}} }
            streams: { emergencies: { to: acute, rate: {{Numbers.Text(rate)}} per h } }
            stages:
              acute: { place: acute-bed, gives_up: [ { queue: 0, to: lost } ], time: exponential mean {{row[3]}} h, then: { community: {{Numbers.Text(100 * row[4])}} %, leave: rest } }
              community: { place: community-bed, delayed: { reason: C, attribution: nhs }, time: exponential mean {{row[5]}} h, then: leave }
            exits: [lost]
            measures:
              lost: { unit: "%", ratio: [ { exits: lost }, { arrivals: emergencies } ] }
              delayed_beds: { average: { delayed_time: acute-ga } }
              delayed_share: { unit: "%", ratio: [ { delayed_time: acute-ga }, { occupied: acute-ga } ] }
              delayed_of_beds: { unit: "%", ratio: [ { delayed_time: acute-ga }, { open: acute-ga } ] }
            """,
            new ExactValue("lost", row[6], runs => [.. runs.Values("lost").Select(value => value / 100)], Theory.Narrow(0.05)),
            new ExactValue("acute beds occupied", row[7], runs => runs.Values("occupied", "acute-bed"), Theory.Narrow(0.01)),
            new ExactValue("patients delayed", row[8], runs => runs.Values("delayed_beds"), narrow),
            new ExactValue("of them for reason C/nhs", row[8], runs => runs.Values("delayed_beds", "C/nhs"), narrow),
            new ExactValue("delayed of occupied [%]", row[9], runs => runs.Values("delayed_share"), narrow),
            new ExactValue("delayed of beds [%]", row[10], runs => runs.Values("delayed_of_beds"), narrow),
            new ExactValue("community beds occupied", row[11], runs => runs.Values("occupied", "community-bed"), Theory.Narrow(0.01)));
    }
}
