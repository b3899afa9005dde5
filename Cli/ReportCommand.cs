using System.CommandLine;
using System.Text;
using FlowSim.Cli.Manual;
using FlowSim.Plots.Report;
using FlowSim.Scenarios.Results.Reading;

namespace FlowSim.Cli;

/// <summary><c>flowsim report</c>: one page that answers the question, from a result folder.</summary>
internal static class ReportCommand
{
    public const string Name = "report";

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            "Writes a page from the files of a run; nothing is run again. The answer comes first, in sentences made from the numbers; then the table of differences, the charts with buttons that save them, what each scenario changes, where the numbers come from, and how it was done. Savings, claims and a calibration are shown where their files are.",
            "The page is one file. It needs no network and asks none, works without scripts, on a telephone and on paper. 'compare' and 'run' write it too; the command is for results of an earlier run, or after files were added to them.",
        ],
        Examples =
        [
            ("flowsim report results", "writes results/report.html anew"),
            ("flowsim report results --out for-the-board.html", "the page under another name"),
        ],
        Files =
        [
            ("RESULTS/", "what 'compare' or 'run' has written: manifest.json, system.json and the CSV files"),
            ("RESULTS/report.html", "the page, unless --out names another file"),
        ],
    };

    public static Command Build(Terminal terminal)
    {
        var results = new Argument<string>("RESULTS") { Description = "Folder that 'compare' or 'run' has written." };
        var file = new Option<string>("--out") { HelpName = "FILE", Description = "File to write. Default: report.html in RESULTS." };
        var command = new Command(Name, "one page that answers the question, from results") { results, file };
        UnknownOption.Refuse(results, command);
        command.SetAction(parsed => Run(terminal, parsed.GetValue(results)!, parsed.GetValue(file)));
        return command;
    }

    private static int Run(Terminal terminal, string folder, string? named)
    {
        var page = Page.Of(ResultReader.Read(folder));
        var path = named ?? Path.Combine(folder, Page.FileName);
        if (Directory.Exists(path))
        {
            throw new CommandFailure(ExitCode.Files, $"{path} is a folder; --out needs the name of a file");
        }

        Replace(path, page);
        terminal.Out.WriteLine(path);
        return ExitCode.Done;
    }

    /// <summary>Written beside its place and renamed: a crash leaves no half page.</summary>
    private static void Replace(string path, string page)
    {
        var beside = path + ".part";
        try
        {
            File.WriteAllText(beside, page, new UTF8Encoding(false));
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (File.Exists(beside))
            {
                File.Delete(beside);
            }

            throw new CommandFailure(ExitCode.Files, $"{path} cannot be written: {failure.Message}");
        }
    }
}
