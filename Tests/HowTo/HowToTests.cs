using System.Text.RegularExpressions;
using FlowSim.Cli.Running;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.HowTo;

/// <summary>The pages of docs/how-to: their commands run as they stand there, in order, in a folder with the files that they show.</summary>
public sealed partial class HowToTests
{
    private static readonly string Pages = Path.Combine(RepositoryRoot.Path, "docs", "how-to");

    private static IEnumerable<string> Names => Directory.GetFiles(Pages, "*.md").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Names))]
    public void The_commands_of_a_page_do_what_they_are_shown_for(string page)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        foreach (Match file in ShownFile().Matches(File.ReadAllText(Path.Combine(Pages, page))))
        {
            var path = Path.Combine(folder.Path, file.Groups["file"].Value);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Groups["text"].Value);
        }

        foreach (var command in Commands(File.ReadAllLines(Path.Combine(Pages, page))))
        {
            using var child = ChildProcess.StartIn(folder.Path, Words(command));
            var typed = child.End();
            Assert.That(typed.Exit, Is.EqualTo(ExitCode.Done), $"{command}\n{typed.Error}");
            Assert.That(typed.Out, Is.Not.Empty, command);
        }
    }

    [Test]
    public void Every_page_is_in_the_contents_and_has_commands()
    {
        var contents = File.ReadAllText(Path.Combine(Pages, "README.md"));
        foreach (var page in Names.Where(name => name != "README.md"))
        {
            Assert.That(contents, Does.Contain($"]({page})"));
            Assert.That(Commands(File.ReadAllLines(Path.Combine(Pages, page))), Is.Not.Empty, page);
        }
    }

    /// <summary>Lines of the fenced blocks for a shell that begin with the program's name.</summary>
    private static List<string> Commands(string[] lines)
    {
        var found = new List<string>();
        var isShell = false;
        foreach (var line in lines)
        {
            isShell = line.StartsWith("```", StringComparison.Ordinal) ? line == "```sh" : isShell;
            if (isShell && line.StartsWith("flowsim ", StringComparison.Ordinal))
            {
                found.Add(line["flowsim ".Length..]);
            }
        }

        return found;
    }

    /// <summary>A file that the page has the reader write: its name, and what it holds.</summary>
    [GeneratedRegex("^`(?<file>[a-z/.-]+)`\n\n```[a-z]+\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShownFile();

    /// <summary>Words as a shell takes them: what stands in quotation marks is one.</summary>
    private static string[] Words(string command) =>
        [.. command.Split('"').SelectMany((part, index) => index % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
