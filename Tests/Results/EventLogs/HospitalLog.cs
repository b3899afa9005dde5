using System.Globalization;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Results.EventLogs;

/// <summary>A ward and an emergency department with queues, run through the command line with its event log.</summary>
internal sealed class HospitalLog : IDisposable
{
    private const string Yaml = """
        system: hospital
        run: { RUN, lasts: 61 d, begin: empty, replications: 2 }
        dimensions: { site: [east, west] }
        attributes: { age: [young, old], stream: [a, b], minutes: duration }
        pools:
          bed: { each: site, kind: beds, capacity: 9 }
          doctor: { each: site, kind: staff, capacity: 2 }
        streams:
          walk-in: { each: site, to: ed, rate: 7 per d, attributes: { age: { young: 60 %, old: rest }, minutes: uniform 10 min 20 min } }
        stages:
          ed: { each: site, staff: doctor@site, clock: { ed: within 0 min }, gives_up: [ { after: 6 h, to: gone } ], time: lognormal mean 3 h sd 3 h, then: { ward: 25 %, leave: rest } }
          ward: { each: site, place: bed@site, clock: spell, time: lognormal mean 3.5 d sd 3 d, then: leave }
        exits: [gone]
        measures:
          four_hour_rate: { visits: ed, within: 4 h, by: site }
          starts_ed: { total: { started: ed }, by: site, monthly: true }
          starts_ward: { total: { started: ward }, by: site, monthly: true }
          length_of_stay: { clock: spell, mean: true, unit: d, by: site }

        """;

    private readonly FlowFile system;

    /// <param name="run">When it starts, and its warm-up.</param>
    public HospitalLog(string run = "starts: 2024-04-01, warm_up: 0 d") => system = new FlowFile(Yaml.Replace("RUN", run));

    public string Folder => System.IO.Path.GetDirectoryName(system.Path)!;

    public string Results => system.Results;

    public string File(string name) => System.IO.Path.Combine(Folder, name);

    public TypedCommand Run(params string[] more) => system.Run(more);

    /// <summary>The lines of a log, each by the columns of the head.</summary>
    public static List<Dictionary<string, string>> Read(string file)
    {
        var lines = System.IO.File.ReadAllLines(file);
        var head = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => head.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    /// <summary>A value of a replication as the results have it.</summary>
    public double Value(int replication, string period, string measure, string place, string group)
    {
        var start = string.Create(CultureInfo.InvariantCulture, $"baseline,{replication},{period},{measure},{place},{group},");
        var line = System.IO.File.ReadLines(System.IO.Path.Combine(Results, "replications.csv")).Single(row => row.StartsWith(start, StringComparison.Ordinal));
        return double.Parse(line[start.Length..], NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    public void Dispose() => system.Dispose();
}
