using System.CommandLine;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Reading;

namespace FlowSim.Cli;

/// <summary><c>flowsim plot</c>: charts from result files, without running anything again.</summary>
internal static class PlotCommand
{
    public const string Name = "plot";

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            "Draws charts from the files of a result folder; nothing is run again. Without --chart every chart is drawn that the results have something for. They are sized for a page (170 mm) or a column (80 mm) of A4, can be told apart without colour, and say in words what they show. The title says what the numbers say, where that is more than chance.",
            "PNG and PDF are made without any other program or font of the machine: the same results give the same bytes each time.",
            "Every chart shows intervals or says why there are none, and names system, scenarios, seed, replications, version and a hash of the inputs.",
        ],
        Examples =
        [
            ("flowsim plot --list", "which charts any system can have"),
            ("flowsim plot results --list", "which charts these results have"),
            ("flowsim plot results", "all charts into results/charts/"),
            ("flowsim plot results --chart occupancy-fan --site north --width 80mm", "one chart of one site, for a column"),
            ("flowsim plot results --chart occupancy-fan --title \"Beds: {scenario}\"", "each scenario with its name in the title"),
            ("flowsim plot results --format png --out figures", "all charts as PNG for a document, at their printed size"),
            ("flowsim plot results --chart network --title \"Who goes where\" --notes none", "one chart with a title of one's own"),
            ("flowsim plot results --chart differences --measure wait_mean --out figures", "one measure in all scenarios, into figures/"),
            ("flowsim plot results --scenario more-beds --scenario more-staff --data", "two scenarios, with the numbers of each drawing"),
            ("flowsim plot results --colours \"#005EB8,#AE2573\"", "in two colours of your house"),
        ],
        Files =
        [
            ("RESULTS/charts/CHART[-SCENARIO][-PLACE].svg, .png or .pdf", "the drawings; a later plot or run replaces them"),
            ("the same name with .csv", "with --data, the numbers of the drawing"),
        ],
    };

    public static Command Build(Terminal terminal)
    {
        var options = new PlotOptions();
        var command = options.AddTo(new Command(Name, "draw charts from result files"));
        command.SetAction(result => options.WantsList(result) ? List(terminal, options.ResultsNamed(result)) : Run(terminal, options.Read(result)));
        return command;
    }

    /// <summary>Charts that some results have something for, or those that any results can have.</summary>
    private static int List(Terminal terminal, string? folder)
    {
        var charts = folder is null ? ChartList.General : Drawn(folder, terminal.Interrupt);
        foreach (var chart in charts)
        {
            new ListEntry(chart.Id, "", chart.Description, "").Print(terminal.Out, terminal.Width);
        }

        if (folder is null)
        {
            new ListEntry("TOPIC", "",
                "level by place and scenario against the standard: a chart for each topic of which a measure has one; 'flowsim plot RESULTS --list' names those of a run", "").Print(terminal.Out, terminal.Width);
        }

        return ExitCode.Done;
    }

    /// <summary>What is there to draw is known once it is drawn.</summary>
    private static IReadOnlyList<Chart> Drawn(string folder, CancellationToken interrupt)
    {
        ExploredDesigns.Refuse(folder);
        var results = Interruptible.Run(() => ResultReader.Read(folder, PlotChoices.MeasuresToRead(null)), interrupt);
        var charts = ChartList.Of(results);
        var drawn = SideBySide.Draw(charts, new ChartRequest { Results = results }, interrupt);
        return [.. charts.Zip(drawn).Where(one => one.Second.All.Count > 0).Select(one => one.First)];
    }

    private static int Run(Terminal terminal, PlotSettings settings)
    {
        ExploredDesigns.Refuse(settings.Results);
        var results = Interruptible.Run(() => ResultReader.Read(settings.Results, PlotChoices.MeasuresToRead(settings.Measure)), terminal.Interrupt);
        settings = settings with { Site = PlotPlace.Of(settings.Site, results) };
        var charts = PlotChoices.Charts(settings, results);
        PlotChoices.Demand(settings, results);
        terminal.Interrupt.ThrowIfCancellationRequested();
        var drawings = TitledPlots.Of(settings, results).SelectMany(titled => Draw(terminal, titled, charts, results)).ToList();
        TitledPlots.DemandApart(drawings);
        foreach (var file in drawings.Count > 0 ? PlotFiles.Write(settings, drawings, terminal.Interrupt) : [])
        {
            terminal.Out.WriteLine(file);
        }

        return drawings.Count > 0
            ? ExitCode.Done
            : throw new CommandFailure(ExitCode.InvalidInput,
                $"{settings.Results} has nothing to draw here{(settings.Charts.Count == 0 ? "" : $" for {string.Join(", ", settings.Charts)}")}");
    }

    private static List<Drawing> Draw(Terminal terminal, PlotSettings settings, IReadOnlyList<Chart> charts, ResultSet results)
    {
        var drawn = charts.Zip(SideBySide.Draw(charts, settings.Request(results), terminal.Interrupt), (chart, drawings) => (Chart: chart, Drawings: drawings))
            .ToList();
        ReportNothing(terminal, settings, drawn);
        var drawings = drawn.SelectMany(pair => pair.Drawings.All).ToList();
        PlotChoices.DemandOne(settings, drawings);
        return drawings;
    }

    /// <summary>Why a chart was not drawn: of charts that were asked for; of all others it would be noise.</summary>
    private static void ReportNothing(Terminal terminal, PlotSettings settings, List<(Chart Chart, ChartDrawings Drawings)> drawn)
    {
        foreach (var (chart, drawings) in drawn.Where(pair => pair.Drawings.All.Count == 0 && settings.Charts.Count > 0))
        {
            terminal.Error.WriteLine($"{chart.Id}: nothing to draw: {drawings.Reason}");
        }
    }
}
