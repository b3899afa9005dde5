namespace FlowSim.Tests.Analytic;

/// <summary>M/G/1 (Pollaczek–Khinchine) and priorities without pre-emption (Cobham).</summary>
internal static class SingleServer
{
    public static ExactSection Spread { get; } = new(
        "The spread of the service lengthens the wait (M/G/1)",
        "Pollaczek and Khinchine",
        "0.8 arrivals an hour, mean service 1 h. Wq in hours.",
        [
            Server("constant 60 min", 2.000000, 2500),
            Server("uniform 30 min 90 min", 2.166667, 2500),
            Server("exponential mean 60 min", 4.000000, 5000),
            Server("lognormal mean 60 min sd 90 min", 6.500000, 6000),
            Server("lognormal mean 60 min sd 120 min", 10.000000, 6000),
        ]);

    public static ExactSection Priorities { get; } = new(
        "Two ranks without pre-emption (M/M/5)",
        "Cobham 1954, Operations Research 2:70–76",
        "Five servers, mean service 1 h, 1.5 patients an hour of the higher rank and 2.5 of the lower. Together they wait as if first come were first served.",
        [
            ExactSystem.Of(
                "1.5 + 2.5 an hour",
                $$"""
                system: cobham
                run: { starts: Mon 00:00, lasts: {{Theory.Days(2000)}} d, warm_up: 20 d, begin: empty }
                pools: { server: { kind: staff, capacity: 5 } }
                streams:
                  high: { to: care, rate: 1.5 per h, attributes: { rank: { "1": rest } } }
                  low:  { to: care, rate: 2.5 per h, attributes: { rank: { "2": rest } } }
                stages: { care: { staff: server, priority: rank, time: exponential mean 1 h, then: leave } }
                measures:
                  wait_by_rank: { wait: care, mean: true, unit: h, group: rank }
                """,
                new ExactValue("Wq of the higher [h]", 0.15831787, runs => runs.Values("wait_by_rank", "1"), Theory.Narrow(0.03)),
                new ExactValue("Wq of the lower [h]", 0.79158936, runs => runs.Values("wait_by_rank", "2"), Theory.Narrow(0.03)),
                new ExactValue("Wq of all [h]", 0.55411255, runs => [.. runs.Values("wait_mean", "care").Select(value => value / 60)], Theory.Narrow(0.03))),
        ]);

    private static ExactSystem Server(string service, double wait, int days) => ExactSystem.Of(
        service,
        $$"""
        system: mg1
        run: { starts: Mon 00:00, lasts: {{Theory.Days(days)}} d, warm_up: 100 d, begin: empty }
        pools: { server: { kind: staff, capacity: 1 } }
        streams: { arrivals: { to: care, rate: 0.8 per h } }
        stages: { care: { staff: server, time: {{service}}, then: leave } }
        """,
        new ExactValue("Wq [h]", wait, runs => [.. runs.Values("wait_mean", "care").Select(value => value / 60)], Theory.Narrow(0.05)));
}
