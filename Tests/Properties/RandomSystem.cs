using System.Globalization;
using System.Text;

namespace FlowSim.Tests.Properties;

/// <summary>
/// Small valid systems made of all stage properties of the language by chance; the seed names one. Half of them have dates, a branch and a scenario.
/// </summary>
internal static class RandomSystem
{
    /// <summary>Days from the start to the end: 12 before the branch or the measured period, 28 in it.</summary>
    public const int Days = 40;

    private const string Tables =
        """
        tables:
          waits: { keys: [age], rows: { young: 6 h, old: exponential mean 1 d } }
          cleaning: { keys: [urgency], rows: { "1": 10 min, "2": 30 min, "3": exponential mean 1 h at least 1 min } }
          leaving: { keys: [age], rows: { young: { "10:00": 50 %, "16:00": rest }, old: { "12:00": rest } } }

        """;

    /// <summary>The system's <c>system.yaml</c> and further files.</summary>
    public static (string Yaml, (string File, string Text)[] Files) Of(int seed)
    {
        var shape = new RandomShape(new Dice(seed), seed);
        var text = new StringBuilder();
        WriteHead(text, shape);
        RandomPools.Write(text, shape);
        RandomPools.WriteStreams(text, shape);
        RandomStages.Write(text, shape);
        WriteMeasures(text, shape);
        if (shape.HasDates)
        {
            RandomScenario.Write(text, shape);
        }

        return (text.ToString(),
        [
            ("rosters/shifts.csv", RandomPools.Shifts(shape.Dice)),
            ("tables/stays.csv", "age,stay\nyoung,lognormal mean 9 h sd 6 h at least 1 min\nold,gamma mean 20 h sd 16 h at least 1 min\n"),
            ("tables/ranks.csv", "age,urgency,rank\nyoung,*,3\nold,1,1\nold,2|3,2\n"),
            ("tables/ways.csv", "age,urgency,way\nyoung,*,3\nold,*,7\nold,1,40\n"),
            ("tables/hours.csv", "hour,weekday,rate\n0-7,*,3\n8-23,Mon-Fri,8\n8-23,Sat-Sun,5\n"),
        ]);
    }

    private static void WriteHead(StringBuilder text, RandomShape shape)
    {
        var dice = shape.Dice;
        var begin = dice.Of("empty", "described");
        var run = shape.HasDates
            ? $"starts: 2016-04-01, branch: 2016-04-13, lasts: 28 d, begin: {begin}"
            : $"starts: {dice.Of("Mon 00:00", "Wed 06:00")}, lasts: 28 d, warm_up: 12 d, begin: {begin}";
        text.Append(
            CultureInfo.InvariantCulture,
            $$"""
            system: random-{{shape.Seed}}
            run: { {{run}} }
            {{(shape.HasSites ? $"dimensions: {{ site: [north, south]{(shape.HasSides ? ", side: [left, right]" : "")} }}\n" : "")}}attributes: { age: [young, old], urgency: ["1", "2", "3"], patience: duration, turns: number, miles: number{{(shape.HasSites ? ", neighbour: site" : "")}} }
            calendars:
              office: { open: Mon-Fri 09:00-17:00 }
              long-day: { open: "daily 06:00-22:00" }
              rounds: { at: "daily 10:00" }
            exits: [gone, diverted, too-late, out-of-patience, tired, by-table, cancelled, put-off]

            """).Append(Tables);
    }

    private static void WriteMeasures(StringBuilder text, RandomShape shape) => text.Append(
        CultureInfo.InvariantCulture,
        $$"""
        measures:
          stays: { clock: stay, mean: true, unit: h, group: age }
          left: { exits: [gone, too-late], per: day, group: urgency }
          delayed_beds: { average: { delayed_time: wards } }
          in_first: { average: { present: stage-0 } }
          ended_first: { total: { ended: stage-0 }, quarterly: true, monthly: true }
          served_first: { total: { service_time: stage-0 }, unit: s, group: urgency }
          waits_then: { wait: stage-0, mean: true, when: ended }
          waits_now: { wait: stage-0, mean: true }
          waits_apart: { difference: [ waits_then, waits_now ], quarterly: true }
          stays_spread: { clock: stay, sd: true, unit: h, group: age }
          number_in_first: { measure: occupancy_distribution, stages: stage-0 }
          miles_added: { total: { added: miles }, group: age, monthly: true }
          miles_each: { attribute: miles, mean: true{{(shape.HasSides ? ", by: side" : "")}} }
          miles_spread: { attribute: miles, sd: true }
          miles_most: { attribute: miles, quantile: 90 %, where: miles > 0 }
          beds_in_use: { average: { occupied: wards }{{(shape.HasBedsAtSites ? ", by: site" : "")}} }
          visits_of_places: { starts: stay, per: day{{(shape.HasSides ? ", by: side" : "")}} }

        """);
}
