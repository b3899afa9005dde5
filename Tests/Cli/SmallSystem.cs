using FlowSim.Tests.Results;

namespace FlowSim.Tests.Cli;

/// <summary>A clinic with two doctors in a folder of its own, and a third doctor as a scenario.</summary>
internal sealed class SmallSystem : IDisposable
{
    private const string Description = """
        system: clinic
        title: A clinic with two doctors
        run: { starts: Mon 00:00, lasts: 30 d, warm_up: 5 d, begin: empty, replications: 3 }
        pools:
          doctor: { kind: staff, capacity: 2 }
        streams:
          patients: { to: consult, rate: 40 per d }
        stages:
          consult: { staff: doctor, time: exponential mean 1 h, then: leave }
        scenarios:
          third-doctor:
            scenario: third-doctor
            title: One doctor more
            changes: [ { add: pools.doctor.capacity, by: 1, reason: "a post is filled" } ]
        headline: [ wait_mean, utilisation ]

        """;

    private readonly TemporaryFolder folder = new();

    public SmallSystem() => Write(Description);

    public string Path => System.IO.Path.Combine(folder.Path, "clinic");

    private string MainFile => System.IO.Path.Combine(Path, "system.yaml");

    public string Results => System.IO.Path.Combine(folder.Path, "results");

    /// <summary>Replaces one text in the description by another.</summary>
    public void Change(string from, string to) => Write(File.ReadAllText(MainFile).Replace(from, to));

    /// <summary>Writes a file beside the system's folder; its path.</summary>
    public string WriteBeside(string name, string text)
    {
        var path = System.IO.Path.Combine(folder.Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => folder.Dispose();

    private void Write(string text)
    {
        Directory.CreateDirectory(Path);
        File.WriteAllText(MainFile, text);
    }
}
