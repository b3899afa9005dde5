using System.Globalization;
using System.Text;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Recorded;

/// <summary>
/// Two hospitals and a minor injury unit whose flows are worked out by hand: 20 a day walk into each hospital, 5 are sent by calls; 30 % are admitted, and a
/// fifth of those come back, so that each arrival makes 1 / (1 − 0.3 × 0.2) attendances. The unit is open for half of the day.
/// </summary>
internal sealed class TwoTowns : IDisposable
{
    public const double AttendancesOfArrival = 1 / (1 - (0.3 * 0.2));
    public const double SentByCalls = 5;
    public const double WalkIns = 20;

    /// <summary>Beds of a hospital as described, without surge.</summary>
    public const int Beds = 40;

    public const string RecordedSection = """
        recorded:
          arrivals:
            type-1: { also: ["1"], measure: attendances, streams: [walk-ins] }
            type-3: { also: [other], measure: unit_visits, streams: [to-unit] }
          beds: { open: ward, taken_by: ward-bed }
          trusts: { north-trust: [north, unit], both: [north, south] }
        """;

    private const string Described = """
        system: two-towns
        run: { starts: 2013-04-01, branch: 2016-04-01, lasts: 1 y, begin: empty, replications: 2 }
        dimensions: { site: [north, south], place-of-unit: [unit] }
        calendars: { day: { open: daily 08:00-20:00 } }
        pools:
          ward-bed:
            each: site
            kind: beds
            group: ward
            capacity: 30
            surge: { adds: 5, checked: daily 08:00, opens: "occupied(ward-bed@site) >= 1", closes: "occupied(ward-bed@site) < 1", after: 1 h, at_least: 1 d }
          side-bed: { each: site, kind: beds, group: ward, capacity: 10 }
        streams:
          walk-ins: { each: site, to: door, rate: 20 per d }
          calls: { to: send, rate: { rate: 10 per d, growth: 2 % per y } }
          to-unit: { each: place-of-unit, to: unit-door, rate: 10 per d }
          closures: { each: site, closes: { pool: ward-bed@site, amount: 3, time: 5 d }, rate: 1 per 10 d }
        stages:
          send: { place: none, sets: { site: { north: 50 %, south: rest } }, time: 1 min, then: door }
          door: { each: site, place: none, clock: ed, time: 1 h, then: { ward: 30 %, leave: rest } }
          ward: { each: site, place: [ ward-bed@site, side-bed@site ], time: exponential mean 2 d, then: { again: 20 %, leave: rest } }
          again: { each: site, place: none, time: 3 d, then: door }
          unit-door: { each: place-of-unit, place: none, then: [ { if: open(day), to: treat }, { to: leave } ] }
          treat: { each: place-of-unit, place: none, clock: visit, time: 30 min, then: leave }
        measures:
          attendances: { starts: ed, per: day, by: site, monthly: true }
          unit_visits: { starts: visit, per: day, by: place-of-unit, monthly: true }
          open_beds: { average: { open: ward }, by: site, unit: beds, monthly: true }
          yearly: { starts: ed, per: day, by: site }
        scenarios:
          more-calls: [ { scale: streams.calls.rate, by: 1.5, reason: to see a difference } ]

        """;

    private readonly TemporaryFolder folder = new();

    public TwoTowns(string recorded = RecordedSection)
    {
        Directory.CreateDirectory(Path);
        Write("system.yaml", Described + recorded + "\n");
    }

    public string Path => System.IO.Path.Combine(folder.Path, "two-towns");

    public string Results => System.IO.Path.Combine(folder.Path, "results");

    public string Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A file of attendances outside the system's folder.</summary>
    public string Arrivals(params string[] rows) => Outside("arrivals.csv", "month,place,type,attendances", rows);

    public string OpenBeds(params string[] rows) => Outside("open.csv", "month,place,open", rows);

    public string Outside(string file, string header, params string[] rows)
    {
        var path = System.IO.Path.Combine(folder.Path, file);
        File.WriteAllText(path, string.Join('\n', [header, .. rows]) + "\n");
        return path;
    }

    /// <summary>A command on the system, with its results in <see cref="Results"/>.</summary>
    public TypedCommand Run(params string[] args) => TypedCommand.Run([.. args, "--system", Path, "--force", "--months", "--out", Results]);

    /// <summary>A measure of the baseline added up over the days of a month.</summary>
    public double Total(string month, string measure, string place) => Mean(month, measure, place) * DaysOf(month);

    public double Mean(string month, string measure, string place, string scenario = "baseline") =>
        double.Parse(Row(month, measure, place, scenario)[7], CultureInfo.InvariantCulture);

    public string[] Row(string month, string measure, string place, string scenario = "baseline") =>
        File.ReadLines(System.IO.Path.Combine(Results, "summary.csv"))
            .Single(line => line.StartsWith($"{scenario},{month},{measure},{place},,", StringComparison.Ordinal)).Split(',');

    public string ResultFile(string name) => File.ReadAllText(System.IO.Path.Combine(Results, name), Encoding.UTF8);

    public void Dispose() => folder.Dispose();

    private static int DaysOf(string month) =>
        DateTime.DaysInMonth(int.Parse(month[..4], CultureInfo.InvariantCulture), int.Parse(month[5..], CultureInfo.InvariantCulture));
}
