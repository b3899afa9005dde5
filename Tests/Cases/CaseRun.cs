using System.Globalization;
using FlowSim.Cli.Running;
using FlowSim.Tests.Analytic;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Cases;

/// <summary>A step of a case, done in a folder of its own.</summary>
internal sealed class CaseRun(Case which, CaseStep step) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Everything that is not as it should be.</summary>
    public IEnumerable<string> Faults()
    {
        var system = CopyOfSystem();
        return step.Zones.Length == 0
            ? Faults(system, TypedCommand.Run)
            : step.Zones.SelectMany(zone => Faults(system, args => InZone(zone, args)).Select(fault => $"TZ={zone}: {fault}"));
    }

    public void Dispose() => folder.Dispose();

    private IEnumerable<string> Faults(string system, Func<string[], TypedCommand> run)
    {
        var typed = run(Arguments(system, Theory.FirstSeed));
        var words = step.Command[0] == "check" ? typed.Out + typed.Error : typed.Error;
        var faults = step.Faults(typed.Exit, words).ToList();
        var again = new Lazy<CaseResults>(() =>
        {
            run(Arguments(system, Theory.SecondSeed));
            return Results();
        });
        if (typed.Exit == ExitCode.Done && step.Equations.Count > 0)
        {
            var results = Results();
            faults.AddRange(step.Equations.Select(equation => equation.Fault(results, again)).OfType<string>());
        }

        return faults.Count == 0 ? [] : [$"'{string.Join(' ', step.Command)}': {string.Join("; ", faults)}\n{words}"];
    }

    private CaseResults Results() =>
        new(Path.Combine(folder.Path, "results"), step.Command[^1].StartsWith('-') || step.Command.Count < 2 ? "baseline" : step.Command[1]);

    private string[] Arguments(string system, ulong seed) => step.Command[0] == "check"
        ? [.. step.Command, system]
        : [.. step.Command, "--system", system, "--force", "--months", "--out", Path.Combine(folder.Path, "results"),
            "--threads", "1", "--seed", Theory.SeedOf(seed, which.Name)
            .ToString(CultureInfo.InvariantCulture)];

    private static TypedCommand InZone(string zone, string[] args)
    {
        using var child = ChildProcess.Start(new Dictionary<string, string> { ["TZ"] = zone }, args);
        return child.End();
    }

    private string CopyOfSystem()
    {
        var from = Path.Combine(which.Folder, step.At);
        var to = Path.Combine(folder.Path, "system");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        foreach (var (file, text) in step.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, file))!);
            File.WriteAllText(Path.Combine(to, file), text);
        }

        foreach (var edit in step.Edits)
        {
            var file = Path.Combine(to, edit[0]);
            var text = File.ReadAllText(file);
            Assert.That(text, Does.Contain(edit[1]), "there is nothing to edit");
            File.WriteAllText(file, text.Replace(edit[1], edit[2], StringComparison.Ordinal));
        }

        return to;
    }
}
