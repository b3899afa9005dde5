using System.CommandLine;
using System.Text;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Cli.Tables;
using FlowSim.Plots.Report;
using FlowSim.Plots.Report.Printing;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Reading;

namespace FlowSim.Cli;

/// <summary><c>flowsim report</c>: one page that answers the question, from a result folder.</summary>
internal static class ReportCommand
{
    public const string Name = "report";

    private const string Html = "html";
    private const string Pdf = "pdf";
    private const string Words = "text";

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
            ("flowsim report results --format text --places", "the answer on the terminal once more, with its places"),
            ("flowsim report results --format pdf", "results/report.pdf, printed by a browser found on the machine"),
        ],
        Files =
        [
            ("RESULTS/", "what 'compare' or 'run' has written: manifest.json, system.json and the CSV files"),
            ("RESULTS/report.html, report.pdf", "the page, unless --out names another file; a later run replaces report.html and removes report.pdf"),
        ],
    };

    public static Command Build(Terminal terminal)
    {
        var results = new Argument<string>("RESULTS")
        {
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => "results",
            Description = "Folder with the results of a run. Default: results.",
        };
        var file = new Option<string?>("--out") { HelpName = "FILE", Description = "File to write. Default: report.html or report.pdf in RESULTS." };
        var format = new Option<string>("--format") { HelpName = "F", Description = "html, pdf, or text: the answer as compare and run print it, on standard output.", DefaultValueFactory = _ => Html };
        format.AcceptOnlyFromAmong(Html, Pdf, Words);
        var converter = new Option<string?>("--converter")
        {
            HelpName = "PATH",
            Description =
                $"Browser of the Chromium family that prints the page, by name or path. Default: the one that {PagePrinter.Variable} names, else the first found.",
        };
        var command = new Command(Name, "one page that answers the question, from results") { results, file, format, converter };
        var answer = AnswerOptions.AddTo(command);
        UnknownOption.Refuse(results, command);
        EmptyPath.Refuse(results, "a folder with results");
        EmptyPath.Refuse(file, "a file");
        EmptyPath.Refuse(converter, "a program");
        command.Validators.Add(parsed =>
        {
            if (parsed.GetResult(converter) is { Implicit: false } && parsed.GetValue(format) != Pdf)
            {
                parsed.AddError("--converter is for --format pdf");
            }
        });
        command.SetAction(parsed => parsed.GetValue(format) == Words
            ? Print(terminal, parsed.GetValue(results)!, answer.Read(parsed))
            : Run(terminal, parsed.GetValue(results)!, parsed.GetValue(file), parsed.GetValue(format)!, parsed.GetValue(converter)));
        return command;
    }

    private static int Run(Terminal terminal, string folder, string? named, string format, string? converter)
    {
        ExploredDesigns.Refuse(folder);
        var printer = format == Pdf ? PagePrinter.Find(converter, terminal.Interrupt) : null;
        var results = Interruptible.Run(() => ResultReader.Read(folder, PlotChoices.IsInReport), terminal.Interrupt);
        var page = Interruptible.Run(() => Page.Of(results), terminal.Interrupt);
        terminal.Interrupt.ThrowIfCancellationRequested();
        var bytes = printer?.Print(page) ?? Encoding.UTF8.GetBytes(page);
        var file = named ?? Path.ChangeExtension(Page.FileName, format);
        if (named is null)
        {
            WriteBesideResults(folder, file, bytes);
        }
        else
        {
            WholeFile.Write(named, bytes);
        }

        if (named is null || !WholeFile.IsDevice(named))
        {
            terminal.Out.WriteLine(named ?? Path.Combine(folder, file));
        }

        return ExitCode.Done;
    }

    private static int Print(Terminal terminal, string folder, AnswerSettings shown)
    {
        ExploredDesigns.Refuse(folder);
        var results = Interruptible.Run(
            () => ResultReader.Read(folder, (system, measure) => PlotChoices.IsInReport(system, measure) || shown.Measures.Contains(measure)),
            terminal.Interrupt);
        foreach (var measure in shown.Measures)
        {
            PlotChoices.Demand("measure", measure, () => [.. results.Summaries.Select(row => row.Key.Measure).Distinct()]);
        }

        terminal.Out.Write(results.Run.Scenarios.Count == 1
            ? new RunText(results, shown).Render(terminal.Width)
            : new ComparisonText(results, shown).Render(terminal.Width));
        return ExitCode.Done;
    }

    // The folder is held as for a run, and its manifest lists the file: the next run takes it away.
    private static void WriteBesideResults(string results, string file, byte[] bytes)
    {
        using var folder = ResultFolder.Open(results);
        folder.Write(file, stream => stream.Write(bytes));
        folder.CommitBeside();
    }
}
