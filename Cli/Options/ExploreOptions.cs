using System.CommandLine;
using System.CommandLine.Completions;
using FlowSim.Plots.Explore;

namespace FlowSim.Cli.Options;

/// <summary>The options of <c>explore</c>.</summary>
internal sealed class ExploreOptions
{
    private const string WholeSystem = "system";

    private readonly Argument<string> results = new("RESULTS")
    {
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => "results",
        Description = "Folder with the results of a run. Default: results.",
    };
    private readonly Option<string[]> measures = new("--measure")
    {
        HelpName = "ID",
        Description = "This measure; may be given several times. Default: those of the headline that have a standard, else its first three.",
    };
    private readonly Option<string[]> scenarios = new("--scenario")
    {
        HelpName = "ID",
        Description = "This scenario; may be given several times. Default: the baseline by itself, and all scenarios against it.",
    };
    private readonly Option<string?> place = new("--place") { HelpName = "ID", Description = "This place, such as north. Default: the whole system." };
    private readonly Option<string?> period = new("--period")
    {
        HelpName = "P",
        Description = "This period, such as 2018/19. Default: the last year if it is whole, else all that was measured.",
    };
    private readonly Option<string> format = new("--format") { HelpName = "F", Description = "png or svg.", DefaultValueFactory = _ => PlotSettings.Png };
    private readonly Option<string?> output = new("--out")
    {
        HelpName = "DIR",
        Description = "Folder for the plots. It is made if needed. Default: explore/ in RESULTS.",
    };
    private readonly Option<string?> stays = new("--stays")
    {
        HelpName = "SYSTEM",
        Description = "Draw the stays of a system's exports ('stays:' in its files) as recorded and as fitted, into DIR (default: stays); no results are looked at.",
    };
    private readonly Option<bool> list = new("--list") { Description = "List the plots, and the measures of results that are named, and draw nothing." };

    public Command AddTo(Command command)
    {
        UnknownOption.Refuse(results, command);
        measures.CompletionSources.Add(context => Completions.MeasuresOfResults(context, results).Select(id => new CompletionItem(id)));
        scenarios.CompletionSources.Add(context => Completions.ScenariosOfResults(context, results).Select(id => new CompletionItem(id)));
        command.Add(results);
        format.AcceptOnlyFromAmong(PlotSettings.Png, PlotSettings.Svg);
        foreach (var option in new Option[] { measures, scenarios, place, period, format, output, stays, list })
        {
            command.Add(option);
        }

        EmptyPath.Refuse(results, "a folder with results");
        EmptyPath.Refuse(output, "a folder");
        return command;
    }

    public bool WantsList(ParseResult result) => result.GetValue(list);

    /// <summary>The system of which stays are drawn, or null.</summary>
    public string? StaysOf(ParseResult result) => result.GetValue(stays);

    /// <summary>The folder, if one is named.</summary>
    public string? ResultsNamed(ParseResult result) => result.GetResult(results) is { Implicit: false } ? result.GetValue(results) : null;

    public ExploreSettings Read(ParseResult result) =>
        new()
        {
            Results = result.GetValue(results)!,
            Choice = new ExploreChoice
            {
                Measures = result.GetValue(measures) ?? [],
                Scenarios = result.GetValue(scenarios) ?? [],
                Place = result.GetValue(place) ?? WholeSystem,
                Period = result.GetValue(period),
            },
            Format = result.GetValue(format)!,
            Out = result.GetValue(output),
        };
}
