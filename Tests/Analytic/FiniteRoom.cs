namespace FlowSim.Tests.Analytic;

/// <summary>M/M/c/K: who finds the waiting room full is lost.</summary>
internal static class FiniteRoom
{
    /// <summary>K, share lost [0–1], Lq, Wq of those accepted [h].</summary>
    public const string Table =
        """
        10,0.21458234,0.000000,0.00000000
        12,0.15014529,0.450436,0.05300151
        15,0.10351736,1.552760,0.17320585
        20,0.06821182,3.751650,0.40262907
        30,0.04055115,8.515741,0.88756587
        """;

    public static ExactSection Section { get; } = new(
        "A finite waiting room (M/M/10/K)",
        "Birth-and-death process; Gross, Shortle, Thompson and Harris",
        "Ten arrivals an hour, ten servers, mean service 1 h, K patients in all.",
        [.. Numbers.Rows(Table).Select(Room)]);

    private static ExactSystem Room(double[] row)
    {
        var k = (int)row[0];
        var lost = new ExactValue("lost", row[1], runs => [.. runs.Values("lost").Select(value => value / 100)], Theory.Narrow(0.05));
        var queue = new ExactValue("Lq", row[2], runs => runs.Values("queue_length", "care"), Theory.Narrow(0.05));
        var wait =
            new ExactValue("Wq of those accepted [h]", row[3], runs => [.. runs.Values("wait_mean", "care").Select(value => value / 60)], Theory.Narrow(0.05));
        return ExactSystem.Of(
            $"K = {k}",
            $$"""
            system: mmck
            run: { starts: Mon 00:00, lasts: {{Theory.Days(k > 15 ? 500 : 250)}} d, warm_up: 10 d, begin: empty }
            pools: { server: { kind: staff, capacity: 10 } }
            streams: { arrivals: { to: care, rate: 10 per h } }
            stages: { care: { staff: server, gives_up: [ { queue: {{k - 10}}, to: lost } ], time: exponential mean 1 h, then: leave } }
            exits: [lost]
            measures:
              lost: { unit: "%", ratio: [ { exits: lost }, { arrivals: arrivals } ] }
            """,
            k == 10 ? [lost] : [lost, queue, wait]) with
        {
            Conditions = k > 10
                ? []
                : [("nobody waits", runs => runs.Values("queue_length", "care").Concat(runs.Values("wait_mean", "care")).All(value => value == 0))],
        };
    }
}
