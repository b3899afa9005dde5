using FlowSim.Tests.Analytic;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Loading;

namespace FlowSim.Tests.Fitting;

/// <summary>
/// M/M/3: 4.8 patients an hour to three doctors, who take 30 minutes in truth and 27 in the description. The wait is then 1.07865169 × 30 min (Erlang C, the
/// line 3, 0.8 of the table of M/M/c). Nothing that is recorded depends on how long patients rest at home afterwards.
/// </summary>
internal sealed class Clinic : IDisposable
{
    public const double Observed = 32.36;
    public const double Tolerance = 4;

    private const string Head = "measure,place,period,observed,status,tolerance,source\n";

    private readonly TemporarySystem system;

    private Clinic(TemporarySystem system) => this.system = system;

    public string Path => system.Folder;

    /// <summary>Beside the system.</summary>
    public string Fit => system.Folder + "-fit";

    public static Clinic With(string inputs, string rows = "wait,system,all,32.36,measured,4,theory\n") => new(TemporarySystem.With(
        ("system.yaml", Description + inputs), ("tables/rest.csv", Rest), ("observed.csv", Head + "# a comment\n" + rows), ("SOURCES.md", "What is known.\n"),
        ("observed-2015-16.csv", "another year\n")));

    public static Clinic Sound() => With(Inputs);

    public const string Inputs = """
        fit:
          consultation: { title: Length of a consultation, scale: stages.see.time, range: 0.8 to 1.2 }
          rest: { title: Rest at home, scale: "tables.rest[kind=all].time", range: ± 50 % }

        """;

    private const string Description = """
        system: clinic
        title: A clinic with three doctors
        run: { lasts: 100 d, warm_up: 10 d, replications: 2 }
        attributes: { kind: [all] }
        pools:
          doctor: { kind: staff, capacity: 3 }
        streams:
          visits: { to: see, rate: 4.8 per h, attributes: { kind: all } }
        stages:
          see:
            staff: doctor
            time: "exponential mean 27 min"   # what the doctors say
            then: home
          home: { time: { table: rest }, then: leave }
        measures:
          wait: { title: The wait, wait: see, mean: true, unit: min }
          busy: { title: The doctors in use, ratio: [ { occupied: doctor }, { open: doctor } ], unit: "%" }

        """;

    private const string Rest = "kind,time,status,source\n# how long people say that they rest\nall,exponential mean 2 h,assumed,\"asked, of five\"\n";

    /// <summary>The wait in theory [min].</summary>
    /// <param name="factor">Of the length of a consultation in the description.</param>
    public static double Wait(double factor)
    {
        var (servers, arrivals, service) = (3, 4.8 / 60, 27 * factor);
        return Formulas.ErlangC(servers, arrivals * service) / ((servers / service) - arrivals);
    }

    /// <summary>A fit of two waves of thirty points, unless told otherwise.</summary>
    public TypedCommand Calibrate(params string[] more)
    {
        string[] usual = ["--out", Fit, "--points", "30", "--waves", "2", "--threads", "2"];
        return TypedCommand.Run(
            ["calibrate", "--system", Path, "--fit", .. usual.Chunk(2).Where(option => !more.Contains(option[0])).SelectMany(option => option), .. more]);
    }

    public void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    public string InFit(string file) => System.IO.Path.Combine(Fit, file);

    /// <summary>All files of the fit and their content; fit.json has how long it took.</summary>
    public Dictionary<string, string> Files() =>
        Directory.GetFiles(Fit, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("fit.json", StringComparison.Ordinal))
            .ToDictionary(file => System.IO.Path.GetRelativePath(Fit, file), File.ReadAllText);

    public void Dispose()
    {
        system.Dispose();
        if (Directory.Exists(Fit))
        {
            Directory.Delete(Fit, recursive: true);
        }
    }
}
