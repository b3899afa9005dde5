using System.CommandLine;
using System.Text.Json;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results.Describing;

namespace FlowSim.Cli;

/// <summary><c>flowsim list</c>: systems of the library, scenarios and measures of a system.</summary>
internal static class ListCommand
{
    public const string Name = "list";

    private const string Systems = "systems";
    private const string Scenarios = "scenarios";
    private const string Measures = "measures";
    private const string Keys = "keys";

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            "Prints the systems of the library, the scenarios of a system, its measures with unit, definition and source (those it declares and those every system has), or the keys of the language in which systems are written.",
        ],
        Examples =
        [
            ("flowsim list", "the systems that come with FlowSim"),
            ("flowsim list scenarios --system stroke-unit", "what can be compared"),
            ("flowsim list measures", "what the ids in result files mean"),
            ("flowsim list keys", "what a system's files may say, map by map"),
        ],
    };

    public static Command Build(Terminal terminal)
    {
        var what = new Argument<string>("WHAT")
        {
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => Systems,
            Description = "systems (the default), scenarios, measures or keys.",
        };
        what.AcceptOnlyFromAmong(Systems, Scenarios, Measures, Keys);
        var system = SystemOption.Create();
        var json = new Option<bool>("--json") { Description = "Print a JSON array." };
        var command = new Command(Name, "list systems, scenarios, measures or keys") { what, system, json };
        command.SetAction(result =>
        {
            var entries = EntriesOf(result.GetValue(what)!, result.GetValue(system)!, terminal);
            Print(terminal, entries, result.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }

    private static List<ListEntry> EntriesOf(string what, string system, Terminal terminal) => what switch
    {
        Scenarios => OfScenarios(LoadedSystem.Read(system, terminal, quiet: true)),
        Keys => [
            .. LanguageReference.Sections.SelectMany(section =>
                section.Keys.Select(key => new ListEntry($"{section.Name}: {key.Name}", "", key.Help, $"Value: {key.Value}")))],
        Measures => OfMeasures(LoadedSystem.Read(system, terminal, quiet: true), terminal),
        _ => [.. SystemLibrary.Ids.Select(id => new ListEntry(id, "", LoadedSystem.Read(id, terminal, quiet: true).Title, ""))],
    };

    private static List<ListEntry> OfScenarios(LoadedSystem system) =>
        [.. system.Scenarios.Prepend(ExperimentPlan.BaselineId)
            .Select(id => new ListEntry(id, "", system.TitleOf(id), NoteOf(system, id)))];

    /// <summary>What it is about, in the first sentence of its description.</summary>
    private static string NoteOf(LoadedSystem system, string id)
    {
        var description = system.DescriptionOf(id);
        var end = description.IndexOf(". ", StringComparison.Ordinal);
        var sentence = end < 0 ? description : description[..(end + 1)];
        return system.ComparedByDefault.Contains(id) ? $"{sentence} (compared by default)".Trim() : sentence;
    }

    private static List<ListEntry> OfMeasures(LoadedSystem system, Terminal terminal)
    {
        var problems = new ProblemList { Sources = system.Files.Sources };
        var baseline = Interruptible.Run(() => new TimelineBuilder(system.Files, RunOverrides.None, problems).Baseline(), terminal.Interrupt);
        if (baseline is null)
        {
            terminal.Report(problems, quiet: true);
            throw LoadedSystem.InvalidInput(problems);
        }

        return [.. SystemDescriber.MeasuresOf(baseline.First)
            .Select(measure =>
                new ListEntry(measure.Id, measure.Unit, measure.Definition, $"Source: {measure.Source}") { Title = measure.Short.Length > 0
                    ? measure.Short
                    : measure.Title })];
    }

    private static void Print(Terminal terminal, List<ListEntry> entries, bool json)
    {
        if (json)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(entries, ListEntry.Json));
            return;
        }

        foreach (var entry in entries)
        {
            entry.Print(terminal.Out, terminal.Width);
        }
    }
}
