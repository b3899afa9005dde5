using System.CommandLine;
using System.CommandLine.Completions;
using FlowSim.Plots.Answers;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Frame;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Reading;
using FlowSim.Scenarios.Starting;

namespace FlowSim.Cli.Options;

/// <summary>What a shell may complete: names that are known without running anything. A system that cannot be read has none.</summary>
internal static class Completions
{
    private const string SystemOptionName = "--system";

    /// <summary>The systems of the library.</summary>
    public static IEnumerable<string> Systems(CompletionContext context) => SystemLibrary.Ids;

    /// <summary>Trusts of which figures come with FlowSim.</summary>
    public static IEnumerable<CompletionItem> Trusts(CompletionContext context) =>
        TrustFigures.Known.Where(one => TrustSystem.Missing(TrustFigures.Of(one.Code)).Count == 0)
            .Select(one => new CompletionItem(one.Code, detail: one.Name));

    /// <summary>The scenarios of the system that is named on the command line, or of the one meant without.</summary>
    public static IEnumerable<string> Scenarios(CompletionContext context) =>
        Files(context) is { } files ? files.Scenarios.Keys.Order(StringComparer.Ordinal).Prepend(ExperimentPlan.BaselineId) : [];

    /// <summary>The measures of that system, and those that every run has.</summary>
    public static IEnumerable<string> Measures(CompletionContext context) => Files(context) is { } files
        ? (files.Root["measures"] is MapNode map ? map.Entries.Select(entry => entry.Key) : []).Concat(GenericMeasures.All.Select(measure => measure.Id))
        : [];

    /// <summary>The charts that every result may have.</summary>
    public static IEnumerable<string> Charts(CompletionContext context) => ChartList.Known;

    /// <summary>The measures that results speak of by name, of the folder that is named on the command line.</summary>
    public static IEnumerable<string> MeasuresOfResults(CompletionContext context, Argument<string> results) => Facts(context, results) is { } system
        ? system.Headline.Concat(system.Measures.Select(measure => measure.Id)).Distinct()
        : [];

    /// <summary>The places of the results in the folder that is named on the command line.</summary>
    public static IEnumerable<string> PlacesOfResults(CompletionContext context, Argument<string> results) =>
        Facts(context, results) is { } system ? system.Dimensions.SelectMany(dimension => dimension.Instances).Prepend("system").Distinct() : [];

    /// <summary>The scenarios of the results in the folder that is named on the command line.</summary>
    public static IEnumerable<string> ScenariosOfResults(CompletionContext context, Argument<string> results) =>
        Facts(context, results)?.Scenarios.Select(scenario => scenario.Id) ?? [];

    private static SystemFacts? Facts(CompletionContext context, Argument<string> results)
    {
        try
        {
            return ResultReader.ReadSystem(context.ParseResult.GetValue(results)!);
        }
        catch (Exception failure) when (failure is ResultFolderException or ResultContentException)
        {
            return null;
        }
    }

    private static SystemFiles? Files(CompletionContext context)
    {
        var option = context.ParseResult.CommandResult.Command.Options.FirstOrDefault(one => one.Name == SystemOptionName);
        var named = option is not null && context.ParseResult.GetResult(option)?.Tokens is [var first, ..] ? first.Value : null;
        var system = named ?? SystemOption.Default;
        try
        {
            return SystemReader.Exists(system) ? SystemReader.Read(system, new ProblemList()) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
