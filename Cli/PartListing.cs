using FlowSim.Cli.Manual;
using FlowSim.Cli.Running;
using FlowSim.Scenarios.Asked;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Numbers;

namespace FlowSim.Cli;

/// <summary>The parts of a system and the paths into them, for <c>flowsim list</c>.</summary>
internal static class PartListing
{
    public const string Paths = "paths";
    public const string Tables = "tables";

    private const string Indent = "    ";

    /// <summary>Paths shown of a part; a table may have hundreds.</summary>
    private const int MostPaths = 12;

    /// <summary>A longer list pushes its beginning off the screen.</summary>
    private const int MostLines = 40;

    /// <summary>What can be listed, each under the name of its section.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["pools", "stages", "streams", Tables, Paths];

    /// <summary>Parts of a section of which all words are said somewhere, with the paths of which they are.</summary>
    /// <exception cref="CommandFailure">There is none.</exception>
    public static IReadOnlyList<SystemPart> Find(LoadedSystem system, string what, IReadOnlyList<string> words, Terminal terminal)
    {
        var problems = new ProblemList { Sources = system.Files.Sources };
        var parts = Interruptible.Run(() => SystemParts.Of(system.Files, problems), terminal.Interrupt);
        terminal.Report(problems, quiet: true);
        string[] sections = what switch
        {
            Paths => [],
            Tables => [Tables, "rosters"],
            _ => [what],
        };
        var wanted = parts.Where(part => sections.Length == 0 || sections.Contains(part.Section)).ToList();
        var found = wanted.Select(part => part with { Paths = Says(part, what, words) ? part.Paths : [.. part.Paths.Where(path => path.Has(words))] })
            .Where(part => part.Paths.Count > 0 || Says(part, what, words)).ToList();
        return found.Count > 0 ? found : throw Nothing(system, what, words, wanted);
    }

    /// <summary>Each path with what stands there, what it is, and what may be set.</summary>
    public static void PrintPaths(TextWriter output, IEnumerable<SystemPart> parts, int width)
    {
        foreach (var path in parts.SelectMany(part => part.Paths))
        {
            Wrap(output, Line(path), width, "", Indent);
            string[] said =
            [
                $"{path.Words}.", $"May be {Sentence(path.MayBe)}", path.Range.Length > 0 ? $"Plausible: {Sentence(path.Range)}" : "", path.Status.Length > 0 ? $"{Capital(path.Status)}." : "",
                path.Source.Length > 0 ? $"Source: {Sentence(path.Source)}" : "",
            ];
            Wrap(output, string.Join(' ', said.Where(text => text.Length > 0)), width, Indent, Indent);
        }
    }

    /// <summary>Each part with the first of its paths; of a long list that may be short each part with what it is, and how to see the rest.</summary>
    public static void PrintParts(TextWriter output, IReadOnlyList<SystemPart> parts, int width, (string What, bool CanBeShort) asked)
    {
        using var full = new StringWriter { NewLine = "\n" };
        PrintFull(full, parts, width);
        var text = full.ToString();
        if (!asked.CanBeShort || text.Count(letter => letter == '\n') <= MostLines)
        {
            output.Write(text);
            return;
        }

        foreach (var part in parts)
        {
            Wrap(output, Short(part), width, "", Indent);
        }

        Wrap(output, FormattableString.Invariant(
            $"{parts.Count} {asked.What} with {parts.Sum(part => part.Paths.Count)} values in all: 'flowsim list {asked.What} TEXT' shows those that have TEXT in their name, path or words with what stands in them, --all everything."), width, "", "");
    }

    /// <summary><c>ward-bed: Ward bed (beds, one for each site; 4 values)</c>.</summary>
    private static string Short(SystemPart part)
    {
        // What a table is, is long: its rows, columns and file; they stand in the long list.
        var count = FormattableString.Invariant($"{part.Paths.Count} {(part.Paths.Count == 1 ? "value" : "values")}");
        var what = part.Title.Length > 0 && part.Is.Length > 0 ? $"{part.Is.Replace(" · ", ", ", StringComparison.Ordinal)}; {count}" : count;
        return $"{(part.Title.Length > 0 ? $"{part.Name}: {part.Title}" : part.Name)} ({what})";
    }

    private static void PrintFull(StringWriter output, IReadOnlyList<SystemPart> parts, int width)
    {
        foreach (var part in parts)
        {
            Wrap(output, part.Title.Length > 0 ? $"{part.Name}: {part.Title}" : part.Name, width, "", Indent);
            if (part.Is.Length > 0)
            {
                Wrap(output, part.Is, width, Indent, Indent);
            }

            if (part.ReadBy.Count > 0)
            {
                Wrap(output, $"Read by {string.Join(", ", part.ReadBy.Select(Reader).Distinct())}", width, Indent, Indent);
            }

            foreach (var path in part.Paths.Take(MostPaths))
            {
                var range = path.Range.Length > 0 ? $"; plausible {path.Range}" : "";
                Wrap(output, $"{Line(path)}{range}{(path.Status.Length > 0 ? $"; {path.Status}" : "")}", width, Indent, Indent + Indent);
            }

            if (part.Paths.Count > MostPaths)
            {
                Wrap(output, FormattableString.Invariant($"and {part.Paths.Count - MostPaths} more: flowsim list paths {part.Section}.{part.Name}"), width, Indent, Indent);
            }
        }
    }

    /// <summary>A path with its value as it could be typed, and the unit where the value has none.</summary>
    private static string Line(SettablePath path)
    {
        var unit = path.Unit.Length == 0 || path.Value.Contains(path.Unit, StringComparison.Ordinal) || !char.IsAsciiDigit(path.Value[0]) ? "" : $" {path.Unit}";
        return $"{path.Path} = {path.Value}{unit}";
    }

    private static bool Says(SystemPart part, string what, IReadOnlyList<string> words) =>
        words.Count == 0 || (what != Paths && words.All(word => part.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
            || part.Title.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static string Reader(NumberUse use) => string.Join('.', new[] { use.Section, use.Id, use.Key }.Where(text => text.Length > 0));

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static void Wrap(TextWriter output, string text, int width, string first, string further)
    {
        var indent = first;
        foreach (var line in TextLines.Wrap(text, width - further.Length))
        {
            output.WriteLine(indent + line);
            indent = further;
        }
    }

    private static CommandFailure Nothing(LoadedSystem system, string what, IReadOnlyList<string> words, List<SystemPart> parts)
    {
        if (words.Count == 0)
        {
            return new CommandFailure(ExitCode.Usage, $"system {system.Id} has no {what}");
        }

        var known = parts.SelectMany(part => part.Paths.Select(path => path.Path).Append(part.Name))
            .SelectMany(path => path.Split('.', '@', '[', ']', '=', ',', ' ')).Where(word => word.Length > 0).Distinct().ToList();
        var hints = words.Select(word => Nearest.Hint(word, known)).Where(hint => hint.Length > 0);
        var asked = string.Join(" and ", words.Select(word => $"'{word}'"));
        return new CommandFailure(ExitCode.Usage, $"system {system.Id} has nothing among its {what} with {asked}. {string.Join(' ', hints)}".TrimEnd());
    }
}
