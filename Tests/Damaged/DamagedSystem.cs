using System.Diagnostics;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;
using FlowSim.Tests.Properties;

namespace FlowSim.Tests.Damaged;

/// <summary>One damaged system, checked as <c>flowsim check</c> does, and run for some hours if it passes.</summary>
internal sealed class DamagedSystem
{
    private const int TerminalWidth = 80;
    private const int HoursRun = 6;
    private const int MostSteps = 20_000;

    private readonly int number;

    private DamagedSystem(int number) => this.number = number;

    /// <summary>What went wrong, or null.</summary>
    public string? Failure { get; private set; }

    /// <summary>True if the damage makes no difference to <c>check</c>.</summary>
    public bool Passes { get; private set; }

    /// <summary>How long it took, on a machine that may have other things to do.</summary>
    public TimeSpan Took { get; private set; }

    public static DamagedSystem Of(int number)
    {
        var system = new DamagedSystem(number);
        var watch = Stopwatch.StartNew();
        try
        {
            system.Check();
        }
        catch (SimulationException)
        {
            // Such a run ends with an error (docs/law.md, sentence 25).
        }
        catch (EnoughException)
        {
            // It runs, as far as it was to run.
        }
        catch (Exception failure)
        {
            system.Failure = failure.ToString();
        }

        system.Took = watch.Elapsed;
        return system;
    }

    /// <summary>The damaged files, as far as they are text; for the message of a failure.</summary>
    public static string Describe(int number)
    {
        var dice = new Dice(number);
        var system = ShippedSystem.Any(dice);
        if (dice.InPercent(50))
        {
            return $"{system.Name}, damaged as a tree";
        }

        var files = TextDamage.Of(system, dice);
        var changed = files.Where((file, index) => !file.Bytes.AsSpan().SequenceEqual(system.Files[index].Bytes))
            .Select(file => $"{file.Name}:\n{System.Text.Encoding.UTF8.GetString(file.Bytes)}");
        return $"{system.Name}, {string.Join('\n', changed)}";
    }

    private void Check()
    {
        var dice = new Dice(number);
        var system = ShippedSystem.Any(dice);
        var problems = new ProblemList();
        var files = dice.InPercent(50)
            ? TreeDamage.Of(system, dice, problems)
            : SystemAssembler.Assemble(system.Name, SystemFolder.MainFile, TextDamage.Of(system, dice), problems);
        var builder = files is null ? null : new TimelineBuilder(files, RunOverrides.None, problems);
        var baseline = builder?.Baseline();
        var scenarios = baseline is null
            ? []
            : files!.Scenarios.Keys.Order(StringComparer.Ordinal).Select(id => builder!.Scenario(id, baseline.First.Run)).ToList();
        Judge(problems, baseline is null || scenarios.Contains(null));
        Passes = !problems.HasErrors;
        if (baseline is not null && Passes)
        {
            Run(baseline);
        }
    }

    private void Judge(ProblemList problems, bool isRefused)
    {
        if (isRefused != problems.HasErrors)
        {
            Failure = isRefused ? "refused without a problem" : "compiled although there are problems";
        }

        foreach (var group in problems.Told)
        {
            var printed = ProblemText.Render(group, SourceFiles.None, TerminalWidth);
            if (group.First.Where.File.Length == 0 || group.First.Where.Line == 0)
            {
                Failure = $"no file or line: {printed[0]}";
            }
        }
    }

    private void Run(SystemTimeline baseline)
    {
        var steps = 0;
        var run = Replication.Start(baseline, 7, number, _ => Count(ref steps), paranoid: true);
        run.RunTo(Math.Min(baseline.First.Run.End, baseline.First.Run.Start + (HoursRun * SimTime.Hour)));
    }

    private static void Count(ref int steps)
    {
        if (++steps > MostSteps)
        {
            throw new EnoughException();
        }
    }

    private sealed class EnoughException : Exception;
}
