using System.CommandLine;
using System.Text;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Plots.Explore;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Reading;
using ScottPlot;

namespace FlowSim.Cli;

/// <summary><c>flowsim explore</c>: what researchers look at while they work, replication by replication.</summary>
internal static class ExploreCommand
{
    public const string Name = "explore";

    private const string LeftOut =
        $"its replications.csv holds the headline measures; a run with --{RowChoice.DistributionsName} writes every replication of every measure";

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            "Draws what one looks at while the work goes on, replication by replication: the replications of a measure as a histogram; its mean as replications were added, with the 95 % interval; half the width of that interval by number of replications, so far and with more; two measures against each other, with their correlation; each year of the spin-up, which shows whether it has settled; the differences of scenarios from the baseline, paired by replication. Nothing is run again.",
            "Of a sweep it draws each measure by each factor, and over a grid of two of them; of a sensitivity analysis which factors matter most, and, by Morris's method, which act together with others.",
            "With --stays it draws, before anything is run, how many stays of an export are longer than so many days, and the laws that were fitted to them, each with its AIC; the one that is taken is drawn thick.",
            "The plots are ScottPlot's, in the font that comes along. They are for a screen and a laboratory book: for a document take 'flowsim plot', whose drawings name their source, are described in words and are the same byte for byte.",
        ],
        Examples =
        [
            ("flowsim explore results", "the headline measures with a standard, into results/explore/"),
            ("flowsim explore results --list", "which measures there are"),
            ("flowsim explore results --measure wait_mean --measure utilisation", "two measures, and one against the other"),
            ("flowsim explore results --scenario more-beds --place north", "one scenario at one place, and its differences from the baseline"),
            ("flowsim explore sweep", "what a sweep found; a sensitivity analysis likewise"),
            ("flowsim explore --stays my-ward", "stays of an export, as recorded and as fitted, into stays/"),
        ],
        Files =
        [
            ("RESULTS/replications.csv", "is read: the headline measures of every replication, or every measure where the run had --distributions"),
            ("RESULTS/spin-up.csv", "is read: the headline measures of every year of the spin-up"),
            ("RESULTS/sweep.csv, RESULTS/sensitivity-indices.csv", "are read where 'flowsim sweep' or 'flowsim sensitivity' has written them"),
            ("RESULTS/explore/PLOT-MEASURE[-SCENARIO][-PLACE][-GROUP].png or .svg", "the plots; a later run replaces them"),
        ],
    };

    public static Command Build(Terminal terminal)
    {
        var options = new ExploreOptions();
        var command = options.AddTo(new Command(Name, "draw replications, to explore results with"));
        command.SetAction(result => options.StaysOf(result) is { } system ? DrawStays(terminal, system, options.Read(result))
            : options.WantsList(result) ? List(terminal, options.ResultsNamed(result)) : Run(terminal, options.Read(result)));
        return command;
    }

    private static int DrawStays(Terminal terminal, string name, ExploreSettings settings)
    {
        var system = LoadedSystem.Read(name, terminal, quiet: true);
        if (system.Files.Stays.Count == 0)
        {
            throw new CommandFailure(ExitCode.Usage, $"system {system.Id} has no stays of an export: 'stays:' in its files makes tables of them");
        }

        var files = Interruptible.Run(() => system.Files.Stays
            .Select(group => (Name: $"{FileStem.Of("stays", group.Table, group.Name.Replace(", ", "-", StringComparison.Ordinal))}.{settings.Format}",
                Bytes: Bytes(StaysPlot.Of(group), settings))).ToList(), terminal.Interrupt);
        foreach (var file in PlotFiles.Write(settings.Results, ResultFolder.Explore, settings.Out ?? "stays", files))
        {
            terminal.Out.WriteLine(file);
        }

        return ExitCode.Done;
    }

    private static int List(Terminal terminal, string? folder)
    {
        foreach (var (id, description) in ExploredPlots.Kinds.Concat(ExploredDesigns.Kinds))
        {
            new ListEntry(id, "", description, "").Print(terminal.Out, terminal.Width);
        }

        if (folder is not null && !ExploredDesigns.Are(folder))
        {
            ListMeasures(terminal, Interruptible.Run(() => ResultReader.Read(folder, PlotChoices.IsInReport), terminal.Interrupt));
        }

        return ExitCode.Done;
    }

    private static void ListMeasures(Terminal terminal, ResultSet results)
    {
        var (names, defaults) = (SystemNames.Of(results.System), ExploredResults.Default(results, new ExploreChoice()));
        terminal.Out.WriteLine();
        var there = results.Summaries.Where(row => !OccupancyRows.AreLeftOut(row.Key.Measure) && !IsLeftOut(results, row.Key.Measure));
        foreach (var rows in there.GroupBy(row => row.Key.Measure))
        {
            var places = rows.Select(row => row.Key.Place).Distinct().ToList();
            new ListEntry(rows.Key, rows.First().Unit, $"at {string.Join(", ", places)}", defaults.Contains(rows.Key) ? "drawn without --measure" : "")
            {
                Title = names.Measure(rows.Key),
            }.Print(terminal.Out, terminal.Width);
        }
    }

    private static int Run(Terminal terminal, ExploreSettings settings)
    {
        ExploredDesigns.RefuseDraws(settings.Results);
        if (ExploredDesigns.Are(settings.Results))
        {
            Write(terminal, settings, Interruptible.Run(() => Files(ExploredDesigns.Of(settings), settings), terminal.Interrupt));
            return ExitCode.Done;
        }

        var explored = Interruptible.Run(
            () => ExploredResults.Read(settings.Results, settings.Choice, results => Demand(settings.Choice, results)), terminal.Interrupt);
        Report(terminal, settings, explored);
        var plots = new ExploredPlots(explored, settings.Choice);
        var files = Interruptible.Run(() => Files(plots.All, settings), terminal.Interrupt);
        if (files.Count == 0)
        {
            var asked = Asked(settings, explored);
            throw new CommandFailure(ExitCode.InvalidInput, asked.Any(measure => IsLeftOut(explored.Results, measure))
                ? $"{settings.Results} has nothing to explore here of {string.Join(", ", asked)}: {LeftOut}."
                : $"{settings.Results} has nothing to explore here: no replication has a value of {string.Join(", ", asked)} {Where(settings)}.");
        }

        Write(terminal, settings, files);
        return ExitCode.Done;
    }

    private static List<(string Name, byte[] Bytes)> Files(IEnumerable<(string Name, Plot Plot)> plots, ExploreSettings settings) =>
        [.. plots.Select(one => ($"{one.Name}.{settings.Format}", Bytes(one.Plot, settings)))];

    private static void Write(Terminal terminal, ExploreSettings settings, List<(string Name, byte[] Bytes)> files)
    {
        foreach (var file in PlotFiles.Write(settings.Results, ResultFolder.Explore, settings.Out, files))
        {
            terminal.Out.WriteLine(file);
        }
    }

    /// <summary>True for a measure of which the run was not asked to write single replications.</summary>
    private static bool IsLeftOut(ResultSet results, string measure) =>
        results.Run.LeftOut.Contains(RowChoice.BesideHeadline) && !results.System.Headline.Contains(measure);

    private static byte[] Bytes(Plot plot, ExploreSettings settings) =>
        settings.Format == PlotSettings.Png ? PlotPicture.Png(plot) : Encoding.UTF8.GetBytes(PlotPicture.Svg(plot));

    /// <summary>What was asked for and is not drawn.</summary>
    private static void Report(Terminal terminal, ExploreSettings settings, ExploredResults explored)
    {
        foreach (var measure in Asked(settings, explored).Where(id => explored.Measures.Count > 0 && explored.Measures.All(one => one.Key.Measure != id)))
        {
            terminal.Error.WriteLine($"{measure}: nothing to draw: {(IsLeftOut(explored.Results, measure) ? LeftOut : $"no replication has a value {Where(settings)}")}");
        }

        if (explored.Measures.Count > 0 && explored.Measures.All(measure => measure.Values.Count < ExploredPlots.LeastForInterval))
        {
            terminal.Error.WriteLine("one replication: there are no intervals, no correlation and no interval-width (more: --replications)");
        }
    }

    private static IReadOnlyList<string> Asked(ExploreSettings settings, ExploredResults explored) =>
        settings.Choice.Measures.Count > 0 ? settings.Choice.Measures : ExploredResults.Default(explored.Results, settings.Choice);

    private static string Where(ExploreSettings settings) =>
        $"at {settings.Choice.Place}{(settings.Choice.Period is { } period ? $" in {period}" : " in the period of the tables; another: --period")}";

    /// <exception cref="CommandFailure">A scenario, place, period or measure is not in the results, or not by replication.</exception>
    private static void Demand(ExploreChoice choice, ResultSet results)
    {
        foreach (var scenario in choice.Scenarios)
        {
            PlotChoices.Demand("scenario", scenario, () => results.Run.Scenarios);
        }

        PlotChoices.Demand("place", choice.Place, () => [.. results.Summaries.Select(row => row.Key.Place).Distinct()]);
        PlotChoices.Demand("period", choice.Period, () => [.. results.Summaries.Select(row => row.Key.Period).Distinct()]);
        foreach (var measure in choice.Measures)
        {
            if (OccupancyRows.AreLeftOut(measure))
            {
                throw new CommandFailure(ExitCode.Usage,
                    $"replications.csv does not hold every row of {measure}, so it cannot be explored; 'flowsim plot --chart beds-distribution' draws it.");
            }

            PlotChoices.Demand("measure", measure, () => [.. results.Summaries.Select(row => row.Key.Measure).Distinct()]);
        }
    }
}
