using System.Diagnostics;
using System.Text.RegularExpressions;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.HowTo;

/// <summary>The scripts of docs/r-and-pandas.md, run on the results that they speak of, where R or pandas is installed.</summary>
[Platform("Linux")]
public sealed partial class RAndPandasTests
{
    [TestCase("python", "/usr/bin/python3", "-c", "import pandas")]
    [TestCase("r", "/usr/bin/Rscript", "-e", "1")]
    public void The_script_reads_the_files_and_finds_the_same_differences(string language, string program, string flag, string probe)
    {
        using var folder = new TemporaryFolder();
        if (!File.Exists(program) || Run(folder, program, flag, probe).Exit != 0)
        {
            Assert.Ignore($"needs {program} with what the script of {language} reads with");
        }

        var compared = TypedCommand.Run("compare", "--system", "two-wards", "--replications", "5", "--out", folder["results"], "--quiet");
        Assert.That(compared.Exit, Is.Zero, compared.Error);
        File.WriteAllText(folder["script"], Script(language));
        var (exit, output) = Run(folder, program, folder["script"]);
        Assert.That(exit, Is.Zero, output);
        Assert.That(output, Does.Contain("scenario").And.Contain("lower95").And.Match("[a-z-]+ +-?[0-9]+\\.[0-9]+"));
    }

    private static string Script(string language) => Block().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "r-and-pandas.md")))
        .Single(block => block.Groups[1].Value == language).Groups[2].Value;

    private static (int Exit, string Output) Run(TemporaryFolder folder, string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args)
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    [GeneratedRegex("```(python|r)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
