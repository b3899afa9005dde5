namespace FlowSim.Tests.Conventions;

/// <summary>The README's commands are a contract: users and `.ci/run` copy them from its fenced blocks.</summary>
public sealed class ReadmeTests
{
    [TestCase("dotnet run -c Release --project Cli -- compare")]
    [TestCase("dotnet test -c Release")]
    public void A_shell_block_holds_the_command_on_a_line_of_its_own(string command) =>
        Assert.That(ShellLines(File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "README.md"))), Does.Contain(command));

    [Test]
    public void A_command_in_running_text_or_another_block_does_not_count()
    {
        string[] text = ["flowsim a", "```yaml", "flowsim b", "```", "```sh", "flowsim c", "```", "flowsim d"];
        Assert.That(ShellLines(text), Is.EqualTo(new[] { "flowsim c" }));
    }

    [TestCase("CHANGELOG.md")]
    [TestCase("CONTRIBUTING.md")]
    [TestCase("GLOSSARY.md")]
    [TestCase("LICENSE")]
    [TestCase("LICENSE-DATA.md")]
    [TestCase("LICENSE-FONT.md")]
    [TestCase("docs/charts.md")]
    [TestCase("docs/decisions.md")]
    [TestCase("docs/cookbook.md")]
    [TestCase("docs/language.md")]
    [TestCase("docs/law.md")]
    [TestCase("docs/reference.md")]
    [TestCase("docs/results.md")]
    public void The_readme_links_to_the_document_and_it_exists(string document)
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));
        Assert.That(readme, Does.Contain($"]({document})"));
        Assert.That(Path.Combine(RepositoryRoot.Path, document), Does.Exist);
    }

    private static List<string> ShellLines(IEnumerable<string> text)
    {
        var lines = new List<string>();
        string? block = null;
        foreach (var line in text)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                block = block is null ? line[3..] : null;
            }
            else if (block == "sh")
            {
                lines.Add(line);
            }
        }

        return lines;
    }
}
