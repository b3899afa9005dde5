namespace FlowSim.Tests.Analytic;

/// <summary>Who has ended and finds no next place blocks the present one (gold/analytic.md sections 10 and 11).</summary>
[Category("Analytic")]
public sealed class BlockingTests
{
    [TestCase(0, 0.666667, 0.333333)]
    [TestCase(1, 0.750000, 0.250000)]
    [TestCase(2, 0.800000, 0.200000)]
    [TestCase(5, 0.875000, 0.125000)]
    public void A_saturated_tandem_passes_b_plus_2_in_b_plus_3(int buffer, double throughput, double blocked)
    {
        var (bufferPool, bufferStage) = buffer == 0
            ? ("", "")
            : ($$"""buffer: { kind: spaces, capacity: {{buffer}} }""", """between: { place: buffer, time: 0 s, then: two }""");
        var next = buffer == 0 ? "two" : "between";
        var runs = Replications.Of(
            $$"""
            system: tandem
            run: { starts: Mon 00:00, lasts: 600 d, warm_up: 10 d, begin: described }
            pools:
              first: { kind: spaces, capacity: 1 }
              second: { kind: spaces, capacity: 1 }
              {{bufferPool}}
            streams: { nobody: { to: one, rate: 0 per d } }
            stages:
              one: { place: first, starts_with: { stream: nobody, waiting: 14000 }, time: exponential mean 1 h, then: {{next}} }
              {{bufferStage}}
              two: { place: second, time: exponential mean 1 h, then: leave }
            measures:
              throughput: { entries: two, per: day }
            """,
            20);
        Theory.Agrees(runs.Values("throughput"), 24 * throughput, 0.01, "throughput [patients a day]");
        Theory.Agrees(runs.Values("queue_length", next), blocked, 0.04, "share of time the first is blocked");
        Assert.That(runs.Values("still_waiting", "one"), Is.All.Positive, "the first server was never without a patient waiting");
    }

    [TestCase(10, 5, 1.5, 4, 30, 10, 0.1054478, 6.524945, 1.157632, 17.7416, 4.025485)]
    [TestCase(10, 6, 1.5, 4, 30, 10, 0.0670562, 6.088411, 0.490749, 8.0604, 4.198247)]
    [TestCase(20, 10, 3.5, 5, 15, 20, 0.1598648, 16.614585, 1.912219, 11.5093, 8.821419)]
    [TestCase(30, 20, 5.0, 5, 20, 20, 0.0963041, 24.793399, 2.201002, 8.8774, 18.073918)]
    public void Patients_wait_in_acute_beds_for_community_beds_as_in_the_markov_chain(
        int acute, int community, double rate, int treatment, int share, int stay, double lost, double occupied, double delayed, double delayedPercent, double inCommunity)
    {
        // The chain's days are hours here: nothing else in the system has a scale of time.
        var runs = Replications.Of(
            $$"""
            system: acute-community
            run: { starts: Mon 00:00, lasts: {{(int)(300_000 / (24 * rate))}} d, warm_up: 50 d, begin: empty }
            pools:
              acute-bed: { kind: beds, capacity: {{acute}}, group: acute-ga }
              community-bed: { kind: beds, capacity: {{community}} }
            streams: { emergencies: { to: acute, rate: {{rate:0.#}} per h } }
            stages:
              acute: { place: acute-bed, gives_up: [ { queue: 0, to: lost } ], time: exponential mean {{treatment}} h, then: { community: {{share}} %, leave: rest } }
              community: { place: community-bed, delayed: { reason: C, attribution: nhs }, time: exponential mean {{stay}} h, then: leave }
            exits: [lost]
            measures:
              lost: { unit: "%", ratio: [ { exits: lost }, { arrivals: emergencies } ] }
              delayed_beds: { average: { delayed_time: acute-ga } }
              delayed_share: { unit: "%", ratio: [ { delayed_time: acute-ga }, { occupied: acute-ga } ] }
            """,
            20);
        Theory.Agrees(runs.Values("lost"), 100 * lost, 0.03, "lost [%]");
        Theory.Agrees(runs.Values("occupied", "acute-bed"), occupied, 0.01, "acute beds occupied");
        Theory.Agrees(runs.Values("delayed_beds"), delayed, 0.04, "delayed patients");
        Theory.Agrees(runs.Values("delayed_beds", "C/nhs"), delayed, 0.04, "delayed patients, reason C");
        Theory.Agrees(runs.Values("delayed_share"), delayedPercent, 0.04, "delayed of occupied [%]");
        Theory.Agrees(runs.Values("occupied", "community-bed"), inCommunity, 0.01, "community beds occupied");
    }
}
