using System.CommandLine;
using System.Text.Json;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Scenarios.Asked;
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
            "Prints the systems of the library (what each is for, how far it was off a year to which nothing was fitted, how many of its numbers are assumed), the scenarios of a system, its measures with unit, definition and source (those it declares and those every system has), or the keys of the language in which systems are written.",
            "'pools', 'stages', 'streams' and 'tables' show the parts of a system with what stands in them; 'paths' every path that --set of 'flowsim compare' and the changes of a scenario may name, with what stands there, what it is in words, what is plausible, how well it is known, where it is from, and what may be set. TEXT leaves those of which path, words or name have it; of several words all. Of a long list of parts each has one line, unless TEXT or --all is given; --json prints all that is known.",
        ],
        Examples =
        [
            ("flowsim list", "the systems that come with FlowSim"),
            ("flowsim list scenarios --system stroke-unit", "what can be compared"),
            ("flowsim list measures", "what the ids in result files mean"),
            ("flowsim list paths ely", "what can be set at Ely, and what stands there"),
            ("flowsim list pools --system two-wards", "beds, staff and the like, with their capacities"),
            ("flowsim list pools --all", "all that stands in them, however long"),
            ("flowsim list tables time", "tables that have to do with times"),
            ("flowsim list keys", "what a system's files may say, map by map"),
        ],
    };

    public static Command Build(Terminal terminal)
    {
        var what = new Argument<string>("WHAT")
        {
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => Systems,
            Description = "systems (the default), scenarios, measures, pools, stages, streams, tables, paths or keys.",
        };
        what.AcceptOnlyFromAmong([Systems, Scenarios, Measures, .. PartListing.Kinds, Keys]);
        var text = new Argument<string[]>("TEXT") { Arity = ArgumentArity.ZeroOrMore, Description = "Only what has this in its name, its path or its words." };
        var system = SystemOption.Create();
        var all = new Option<bool>("--all") { Description = "Of pools, stages, streams and tables: print all that stands in them, however long the list." };
        var json = new Option<bool>("--json") { Description = "Print a JSON array." };
        var command = new Command(Name, "list systems, scenarios, measures, the parts of a system, paths or keys") { what, text, system, all, json };
        UnknownOption.Refuse(text, command);
        command.SetAction(result =>
        {
            var (kind, words) = (result.GetValue(what)!, result.GetValue(text) ?? []);
            if (PartListing.Kinds.Contains(kind))
            {
                var read = LoadedSystem.Read(result.GetValue(system)!, terminal, quiet: true);
                PrintParts(terminal, read, (kind, words), (result.GetValue(all), result.GetValue(json)));
                return ExitCode.Done;
            }

            var entries = EntriesOf(kind, result.GetValue(system)!, terminal).FindAll(entry => entry.Has(words));
            Print(terminal, entries, result.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }

    private static void PrintParts(Terminal terminal, LoadedSystem system, (string What, string[] Words) asked, (bool All, bool Json) how)
    {
        var parts = PartListing.Find(system, asked.What, asked.Words, terminal);
        if (how.Json)
        {
            terminal.Out.WriteLine(asked.What == PartListing.Paths
                ? JsonSerializer.Serialize(parts.SelectMany(part => part.Paths), ListEntry.Json)
                : JsonSerializer.Serialize(parts, ListEntry.Json));
        }
        else if (asked.What == PartListing.Paths)
        {
            PartListing.PrintPaths(terminal.Out, parts, terminal.Width);
        }
        else
        {
            PartListing.PrintParts(terminal.Out, parts, terminal.Width, (asked.What, CanBeShort: asked.Words.Length == 0 && !how.All));
        }
    }

    private static List<ListEntry> EntriesOf(string what, string system, Terminal terminal) => what switch
    {
        Scenarios => OfScenarios(LoadedSystem.Read(system, terminal, quiet: true)),
        Keys => [
            .. LanguageReference.Sections.SelectMany(section =>
                section.Keys.Select(key => new ListEntry($"{section.Name}: {key.Name}", "", key.Help, $"Value: {key.Value}")))],
        Measures => OfMeasures(LoadedSystem.Read(system, terminal, quiet: true), terminal),
        _ => [.. SystemLibrary.Ids.Select(id => OfSystem(id, LoadedSystem.Read(id, terminal, quiet: true)))],
    };

    private static ListEntry OfSystem(string id, LoadedSystem system) => new(id, "", system.Title, "") { About = SystemSummary.Of(system.Files) };

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
