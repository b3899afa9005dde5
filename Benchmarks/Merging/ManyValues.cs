using System.Globalization;

namespace FlowSim.Benchmarks.Merging;

/// <summary>A system of which a replication is quick to run and gives 300 values: eight small wards, and how many of their patients stay how long.</summary>
internal static class ManyValues
{
    private const int Wards = 8;
    private const int Measures = 21;

    /// <summary>By stage 8 and by pool 4 at each ward and in all, the measures at each ward and in all, and one of the whole system.</summary>
    public const int Count = ((8 + 4 + Measures) * (Wards + 1)) + 1;

    public static string System { get; } =
        $$"""
        system: many
        run: { starts: Mon 00:00, lasts: 1 d, begin: empty, replications: 2 }
        dimensions: { site: [{{string.Join(", ", Enumerable.Range(1, Wards).Select(ward => "w" + Text(ward)))}}] }
        pools: { bed: { each: site, kind: beds, capacity: 4 } }
        streams: { some: { each: site, to: ward, rate: 8 per d } }
        stages: { ward: { each: site, place: bed@site, clock: spell, time: exponential mean 8 h, then: leave } }
        measures:
        {{string.Join("\n", Enumerable.Range(1, Measures).Select(hours => $"  over-{Text(hours)}: {{ visits: spell, over: {Text(hours)} h, by: site }}"))}}
        headline: [over-8]

        """;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
