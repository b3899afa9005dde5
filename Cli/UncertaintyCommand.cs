using System.CommandLine;
using System.CommandLine.Completions;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Cli.Tables;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Asked;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Uncertainty;

namespace FlowSim.Cli;

/// <summary><c>flowsim uncertainty</c>: what is chance, what is not known, and what it is worth to know it.</summary>
internal static class UncertaintyCommand
{
    public const string Name = "uncertainty";

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            "Draws everything that is not known, many times, and runs the baseline and the scenarios several times for each draw: what the runs of a draw differ by is chance, what draws differ by beyond that is due to what is not known. A draw is one member of the calibrated set (calibrated-set.csv beside the system), or, where there is none, a value within the range of each number that has one; an amount within each range of the scenarios; and a price within each range of costs.csv. Baseline and scenarios have the same draw and the same random numbers, so that they differ by the scenario alone; runs have random numbers of their own.",
            "Each target and each claim of a plan (claims.csv) gets two probabilities: the chance that it happens, counted over one run of each draw; and the chance that it is true on average, over means of which what is left of chance is taken out. A verdict stands only where the 95 % interval of the share lies on one side of one half.",
            "Below the table stand the inputs that explain most of the spread, and, of a system with prices, what it would be worth to know them before choosing among the scenarios and none (EVPI and EVPPI), from gains fitted to the inputs. Where the draws do not carry that, it is said and not printed.",
            "Without SCENARIO the set of 'flowsim compare' is taken; 'baseline' runs the baseline alone. It takes draws times runs as many runs as one replication of a comparison: begin with few draws and --days. Interrupted, what is finished is written. 'flowsim compare --draws' is the same with one run of each draw, beside the ordinary replications.",
        ],
        Examples =
        [
            ("flowsim uncertainty --system two-wards", "the system's own scenarios, 100 draws with 4 runs of each"),
            ("flowsim uncertainty discharge-to-assess --draws 200 --inner 2", "more draws, fewer runs of each"),
            ("flowsim uncertainty baseline --days 90", "the baseline alone, over 90 days"),
            ("flowsim uncertainty --draws 20 --inner 2 --days 40 --json", "a first look, for a script"),
        ],
        Files =
        [
            ($"uncertainty/{UncertaintyFiles.Variances}", "of each headline measure, difference and saving: the variance that is chance and the one that is not known, with standard errors"),
            ($"uncertainty/{UncertaintyFiles.Probabilities}", "of each target and claim: the chance that it happens, and that it is true on average"),
            ($"uncertainty/{UncertaintyFiles.Influences}", "what each input explains of the spread"),
            ($"uncertainty/{UncertaintyFiles.Information}", "what it is worth to know: everything, and each input; of a system with prices"),
            ($"uncertainty/{UncertaintyFiles.Draws}, {UncertaintyFiles.Runs}", "what was drawn, and the value of each run"),
            ("uncertainty/charts/tornado-*.svg", "the inputs by what they move"),
            ("uncertainty/manifest.json", "how the results came about"),
        ],
    };

    public static Command Build(Terminal terminal)
    {
        var scenarios = new Argument<string[]>("SCENARIO") { Arity = ArgumentArity.ZeroOrMore, Description = $"Scenarios, each {AskedSystem.Scenario}." };
        var command = new Command(Name, "what is chance, what is not known, and what knowing is worth") { scenarios };
        UnknownOption.Refuse(scenarios, command);
        scenarios.CompletionSources.Add(context => Completions.Scenarios(context).Select(id => new CompletionItem(id)));
        var set = SetOptions.AddTo(command);
        var options = UncertaintyOptions.AddTo(command);
        command.SetAction(result => Run(terminal, options.Read(result), (result.GetValue(scenarios) ?? [], set.Read(result)), CommandText.Of(result)));
        return command;
    }

    private static int Run(Terminal terminal, UncertaintySettings settings, (string[] Scenarios, SetChanges? Set) named, string commandLine)
    {
        var quiet = settings.Experiment.Quiet;
        var asked = AskedSystem.Of(LoadedSystem.Read(settings.Experiment.System, terminal, quiet), named.Scenarios, named.Set, terminal, quiet);
        List<string> scenarios = asked.Ids.Count > 0 ? [.. asked.Ids] : [.. asked.System.ComparedByDefault];
        return new UncertaintySession(terminal, settings, asked, commandLine).Run(
            [ExperimentPlan.BaselineId, .. scenarios.Where(id => id != ExperimentPlan.BaselineId).Distinct()],
            (plan, analysis, system) => Print(terminal, settings, plan, analysis, system), Charts);
    }

    private static IEnumerable<(string Name, Action<Stream> Write)> Charts(UncertaintyAnalysis analysis, ResultSet facts) =>
        PlotFiles.AmongFiles(InputTornado.Of(new ChartRequest { Results = facts }, analysis));

    private static void Print(Terminal terminal, UncertaintySettings settings, UncertaintyPlan plan, UncertaintyAnalysis analysis, SystemFacts system)
    {
        if (settings.Experiment.Json)
        {
            JsonResults.Write(terminal.Out, stream => UncertaintyFiles.WriteJson(stream, analysis));
            return;
        }

        terminal.Out.Write(new UncertaintyText(SystemNames.Of(system), plan, analysis).Render(terminal.Width));
    }
}
