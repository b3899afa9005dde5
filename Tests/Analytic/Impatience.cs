namespace FlowSim.Tests.Analytic;

/// <summary>M/M/c+M (Erlang A): who waits too long leaves unseen.</summary>
internal static class Impatience
{
    /// <summary>θ [per h], P(wait > 0), P(leaves unseen), Lq, Wq of all [h].</summary>
    public const string Table =
        """
        0.1,0.77338128,0.04281007,8.562014,0.42810068
        0.5,0.60992955,0.07368739,2.947496,0.14737479
        1,0.52974273,0.08883532,1.776706,0.08883532
        2,0.45009333,0.10388172,1.038817,0.05194086
        """;

    public static ExactSection Section { get; } = new(
        "Patients who leave unseen (M/M/20+M)",
        "Erlang A: birth-and-death process; Palm 1957, Garnett, Mandelbaum and Reiman 2002, Manufacturing & Service Operations Management 4:208–227",
        "Twenty arrivals an hour, twenty servers, mean service 1 h, exponential patience of mean 1/θ h. Waits are those of all, whether they ended with a start or with leaving.",
        [.. Numbers.Rows(Table).Select(Unit)]);

    private static ExactSystem Unit(double[] row)
    {
        var theta = row[0];
        return ExactSystem.Of(
            "θ = " + Numbers.Text(theta),
            $$"""
            system: erlang-a
            run: { starts: Mon 00:00, lasts: {{Theory.Days(200)}} d, warm_up: 10 d, begin: empty }
            pools: { server: { kind: spaces, capacity: 20 } }
            streams: { arrivals: { to: queue, rate: 20 per h } }
            stages:
              queue: { place: server, clock: { waiting: within 0 min }, gives_up: [ { after: exponential mean {{Numbers.Text(60 / theta)}} min, to: lost } ], time: 0 s, then: care }
              care: { place: keep, time: exponential mean 1 h, then: leave }
            exits: [lost]
            measures:
              lost: { unit: "%", ratio: [ { exits: lost }, { arrivals: arrivals } ] }
              waited: { visits: waiting, over: 0 s }
              wait_of_all: { clock: waiting, mean: true, unit: h }
            """,
            new ExactValue("P(wait > 0)", row[1], runs => Share(runs, "waited"), Theory.Narrow(0.03)),
            new ExactValue("P(leaves unseen)", row[2], runs => Share(runs, "lost"), Theory.Narrow(0.03)),
            new ExactValue("Lq", row[3], runs => runs.Values("queue_length", "queue"), Theory.Narrow(0.03)),
            new ExactValue("Wq of all [h]", row[4], runs => runs.Values("wait_of_all"), Theory.Narrow(0.03)));
    }

    private static double[] Share(Replications runs, string measure) => [.. runs.Values(measure).Select(value => value / 100)];
}
