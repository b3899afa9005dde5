using System.CommandLine;

namespace FlowSim.Cli.Manual;

/// <summary>Lays a command's help out as a manual page.</summary>
internal sealed class ManualWriter
{
    private const int MostColumns = 100;
    private const string Indent = "    ";
    private const int OptionColumn = 26;

    private static readonly (string Code, string Meaning)[] ExitCodes =
    [
        ("0", "done"),
        ("1", "a defect of FlowSim"),
        ("2", "the command line is wrong"),
        ("3", "the system's files are wrong; every problem is listed with file and line"),
        ("4", "a run cannot go on; says where, when, scenario, replication and seed; what is finished is written, marked incomplete"),
        ("5", "files cannot be read or written"),
        ("130", "interrupted (Ctrl+C); replications that are finished are written, marked incomplete"),
    ];

    private readonly TextWriter writer;
    private readonly int width;

    public ManualWriter(TextWriter writer, int width)
    {
        this.writer = writer;
        this.width = Math.Min(width, MostColumns);
    }

    public void Write(Command command, ManualPage page)
    {
        var name = CommandNames.Of(command);
        Section("NAME", [$"{name} - {command.Description}"]);
        Section("SYNOPSIS", [Synopsis(command, name)]);
        Section("DESCRIPTION", page.Description);
        Terms("COMMANDS", command.Subcommands.Select(sub => (sub.Name, sub.Description ?? "")));
        Terms("ARGUMENTS", command.Arguments.Select(argument => (argument.Name, argument.Description ?? "")));
        Terms("OPTIONS", OptionsOf(command).Select(option => (Signature(option), Describe(option))));
        Examples(page.Examples);
        Terms("EXIT CODES", ExitCodes);
        Terms("FILES", page.Files);
    }

    private static IEnumerable<Option> OptionsOf(Command command) =>
        command.Options.Concat(Above(command).SelectMany(parent => parent.Options.Where(option => option.Recursive)))
            .Where(option => !option.Hidden);

    private static IEnumerable<Command> Above(Command command) =>
        command.Parents.OfType<Command>().SelectMany(parent => Above(parent).Prepend(parent));

    private static string Synopsis(Command command, string name)
    {
        var parts = new List<string> { name };
        if (command.Subcommands.Count > 0)
        {
            parts.Add("COMMAND");
        }

        parts.AddRange(
            command.Arguments.Select(argument => argument.Arity.MinimumNumberOfValues > 0
                ? argument.Name
                : $"[{argument.Name}{(argument.Arity.MaximumNumberOfValues > 1 ? "..." : "")}]"));
        parts.Add("[OPTION...]");
        return string.Join(' ', parts);
    }

    private static string Signature(Option option) =>
        string.Join(", ", option.Aliases.Where(alias => alias is "-h").Append(option.Name)) + (option.HelpName is { Length: > 0 } value ? $" {value}" : "");

    private static string Describe(Option option)
    {
        // Switches are off by default; saying so helps nobody.
        var otherwise = option.HasDefaultValue && option.ValueType != typeof(bool) && option.ValueType != typeof(void)
            ? option.GetDefaultValue()?.ToString()
            : null;
        return string.IsNullOrEmpty(otherwise) ? option.Description ?? "" : $"{option.Description} Default: {otherwise}.";
    }

    private void Section(string heading, IEnumerable<string> paragraphs)
    {
        writer.WriteLine(heading);
        var first = true;
        foreach (var paragraph in paragraphs)
        {
            if (!first)
            {
                writer.WriteLine();
            }

            first = false;
            foreach (var line in TextLines.Wrap(paragraph, width - Indent.Length))
            {
                writer.WriteLine(Indent + line);
            }
        }

        writer.WriteLine();
    }

    private void Terms(string heading, IEnumerable<(string Term, string Meaning)> terms)
    {
        var all = terms.ToList();
        if (all.Count == 0)
        {
            return;
        }

        writer.WriteLine(heading);
        var column = Math.Min(OptionColumn, all.Max(pair => pair.Term.Length) + 2);
        foreach (var (term, meaning) in all)
        {
            var lines = TextLines.Wrap(meaning, width - Indent.Length - column);
            var below = term.Length + 2 > column;
            if (below)
            {
                writer.WriteLine(Indent + term);
            }

            for (var i = 0; i < lines.Count; i++)
            {
                writer.WriteLine((Indent + (i == 0 && !below ? term : "").PadRight(column) + lines[i]).TrimEnd());
            }
        }

        writer.WriteLine();
    }

    private void Examples((string CommandLine, string Meaning)[] examples)
    {
        writer.WriteLine("EXAMPLES");
        foreach (var (commandLine, meaning) in examples)
        {
            writer.WriteLine(Indent + commandLine);
            foreach (var line in TextLines.Wrap(meaning, width - (2 * Indent.Length)))
            {
                writer.WriteLine(Indent + Indent + line);
            }
        }

        writer.WriteLine();
    }
}
