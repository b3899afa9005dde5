using System.CommandLine;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Cli.Tables;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Frame;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Numbers;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Tables;
using FlowSim.Scenarios.Sensitivity;
using FlowSim.Scenarios.Sweeps;

namespace FlowSim.Cli;

/// <summary><c>flowsim sensitivity</c>: which of many numbers move a result.</summary>
internal static class SensitivityCommand
{
    public const string Name = "sensitivity";

    private const int PointsPerFactor = 20;
    private const int LeastPoints = 100;

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            "Says which numbers of a system move its headline measures, of all that come with a range or of factors that are typed. Of a system with a branch a number changes from that day on. How many runs it takes is said before it begins.",
            "morris (Morris 1991, Campolongo and others 2007) goes along trajectories on which one number after the other is moved: mu_star is the mean size of what a measure changes over the whole range of a number, mu says which way, and sigma how much that depends on where it and the others are: far above mu_star / 2, it acts together with others or not in a straight line. It takes (factors + 1) runs for each trajectory. Each trajectory has random numbers of its own, the same along it.",
            "one-at-a-time puts each number at both ends of its range, the others as described: what changes, with its paired 95 % interval. It sees nothing of what numbers do together. regression (first-order indices of Sobol') varies all at once and says which share of the variance of a measure each makes by itself; what is left is due to numbers acting together, and to chance.",
            "'flowsim assumptions --try' does what one-at-a-time does and keeps the answer beside the system, where reports read it.",
        ],
        Examples =
        [
            ("flowsim sensitivity --system two-wards", "all numbers with a range"),
            ("flowsim sensitivity --path capacity --trajectories 20", "some of them, more closely"),
            ("flowsim sensitivity --system two-wards --method one-at-a-time --replications 10", "each at its ends"),
            ("flowsim sensitivity --system two-wards --method regression --factor \"streams.admissions.rate*=0.9 to 1.1\" --factor \"pools.ward-bed@north.capacity=54 to 62\"",
                "shares of the variance"),
        ],
        Files =
        [
            ($"sensitivity/{SensitivityIndex.FileName}", "each index of each factor and measure, by place and period, with its interval"),
            ($"sensitivity/{SweepFiles.Replications}", "what was run: every point with its values"),
            ("sensitivity/charts/*.svg", "of each measure: the numbers that move it most, with intervals"),
            ("sensitivity/manifest.json", "how the results came about"),
        ],
    };

    public static Command Build(Terminal terminal)
    {
        var command = new Command(Name, "which of many numbers move a result");
        var options = SensitivityOptions.AddTo(command);
        command.SetAction(result => Run(terminal, options.Read(result), CommandText.Of(result)));
        return command;
    }

    private static int Run(Terminal terminal, SensitivitySettings settings, string commandLine)
    {
        var session = new SweepSession(terminal, settings.Experiment, settings.On, commandLine);
        var measures = session.Measures(settings.Measures);
        var factors = settings.Factors.Count > 0 ? SweepSession.Typed(settings.Factors, session.System) : Ranged(terminal, settings, session);
        var seed = settings.Experiment.Seed;
        var screening = settings.Method switch
        {
            Screening.Morris => Screening.ByMorris(factors, settings.Trajectories, seed),
            Screening.Regression => Screening.ByRegression(factors, settings.Points ?? Math.Max(LeastPoints, PointsPerFactor * factors.Count), seed),
            _ => Screening.ByEnds(factors, settings.Experiment.Replications!.Value),
        };
        var plan = session.Plan(factors, screening.Points, settings.Factors.Count > 0 ? DesignPoint.EachEnd(factors) : [], measures);
        return session.Run(plan, result => Print(terminal, settings, session, screening, result, plan), (result, facts) =>
        [
            .. Charts(screening, result, session.WholeSystem(result, plan.Measures), facts),
            (SensitivityIndex.FileName, stream => SensitivityIndex.Write(stream, screening.Of(result, result.Units.Keys.Order(SweepRow.KeyOrder)))),
            (SweepFiles.Replications, stream => SweepFiles.WriteReplications(stream, factors, result)),
        ]);
    }

    /// <summary>A chart of each measure of the table.</summary>
    private static IEnumerable<(string Name, Action<Stream> Write)> Charts(
        Screening screening, SweepResult result, IReadOnlyList<ResultKey> keys, ResultSet facts) =>
        PlotFiles.AmongFiles(keys.SelectMany(key => FactorIndices.Of(new ChartRequest { Results = facts }, screening.Of(result, [key]))));

    private static IReadOnlyList<Factor> Ranged(Terminal terminal, SensitivitySettings settings, SweepSession session)
    {
        var problems = new ProblemList { Sources = session.System.Files.Sources };
        var numbers = Interruptible.Run(() => SystemNumbers.Of(session.System.Files, ExperimentPlan.BaselineId, problems), terminal.Interrupt);
        terminal.Report(problems, quiet: true);
        if (numbers is null)
        {
            throw LoadedSystem.InvalidInput(problems);
        }

        var (factors, left) = RangedFactors.Of(session.System.Files,
            [.. numbers.Where(number => settings.Path is not { } text || number.Path.Contains(text, StringComparison.OrdinalIgnoreCase))]);
        if (factors.Count == 0)
        {
            throw new CommandFailure(ExitCode.Usage, settings.Path is { } named
                ? $"no number of system {session.System.Id} whose path has '{named}' in it comes with a range; 'flowsim assumptions' lists them all"
                : $"no number of system {session.System.Id} comes with a range: write ranges beside the numbers (see docs/language.md), or type factors with --factor");
        }

        if (left.Count > 0 && !settings.Experiment.Quiet)
        {
            terminal.Error.WriteLine(FormattableString.Invariant($"not moved: {left.Count} with a range that no change can name, such as {left[0].Path} ({left[0].Why})"));
        }

        return factors;
    }

    private static void Print(Terminal terminal, SensitivitySettings settings, SweepSession session, Screening screening, SweepResult result, SweepPlan plan)
    {
        var shown = session.WholeSystem(result, plan.Measures);
        var indices = screening.Of(result, settings.Experiment.Json ? result.Units.Keys.Order(SweepRow.KeyOrder) : shown);
        if (settings.Experiment.Json)
        {
            JsonResults.Write(terminal.Out, stream => SensitivityIndex.WriteJson(stream, indices));
            return;
        }

        terminal.Out.Write(new SensitivityTable(session.Names, session.Period(result)).Render(indices, terminal.Width));
    }
}
