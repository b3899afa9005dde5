namespace FlowSim.Tests.Serving;

/// <summary>A town that is run in no time: two wards, of which one is too small, and a lounge.</summary>
internal static class Town
{
    public const string Yaml = """
        system: town
        title: A town
        run: { starts: 2016-04-01, branch: 2016-07-01, lasts: 1 y, begin: empty, replications: 6 }
        dimensions: { site: [north, south] }
        titles: { north: North Hospital, south: South Hospital }
        levers: [ "pools.ward-bed@*.capacity", streams.arrivals.rate ]
        pools:
          ward-bed: { each: site, kind: beds, title: Ward beds, capacity: { table: beds, column: beds } }
          lounge: { kind: spaces, title: Lounge, capacity: { value: 4, status: assumed, range: 2 to 8, source: a guess } }
        tables:
          beds: { keys: site, rows: { north: { beds: 12 }, south: { beds: 20 } } }
        streams:
          arrivals: { title: Arrivals, to: ward, rate: 6 per d, attributes: { site: { north: 50 %, south: rest } } }
        stages:
          ward: { each: site, title: Ward, place: ward-bed@site, time: exponential mean 4 d, then: lounge }
          lounge: { title: Lounge, place: lounge, time: exponential mean 4 h, then: leave }
        measures:
          wait_for_bed: { title: Wait for a bed, wait: ward, mean: true, standard: 2 h, better: lower }
        headline: [wait_for_bed]
        timelines: { occupied_beds: { pools: ward-bed, by: site, unit: beds } }
        scenarios:
          ten-more: { title: Ten more in the north, changes: [ { add: pools.ward-bed@north.capacity, by: 10 } ] }
        """;
}
