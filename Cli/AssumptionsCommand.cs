using System.CommandLine;
using System.Text;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Cli.Tables;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Checklist;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Numbers;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Sensitivity;

namespace FlowSim.Cli;

/// <summary><c>flowsim assumptions</c>: every number of a system with where it is from and what it acts on.</summary>
internal static class AssumptionsCommand
{
    public const string Name = "assumptions";

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            "Lists the numbers of a system that say where they are from, each with path, value, status, range, the parts of the system that it acts on, file and line, source and note. A number is one value of the YAML or one row of a table. With a scenario the numbers are those that it leaves, and those of its changes follow.",
            $"Where {SensitivityFile.FileName} stands beside system.yaml, the numbers in it come first, those first that move a headline measure most: measures have different units, so a move counts as a share of the largest move of its measure. The others follow by path. A number that has another value or range since it was tried is told. A run takes the order along, and its report names the ten numbers that decide. --try makes the file: each number that comes with a range is put at its low and at its high end, by itself, with the same patients and the same random numbers as the baseline. That takes two runs for each number; it can be interrupted, and goes on from there when it is called again.",
        ],
        Examples =
        [
            ("flowsim assumptions --system two-wards --all", "also those that say nothing"),
            ("flowsim assumptions --status assumed --path crew", "what is assumed about crews"),
            ("flowsim assumptions rural-hubs --path scenarios.", "the numbers of a scenario's changes"),
            ("flowsim assumptions --format csv > assumptions.csv", "for a spreadsheet"),
            ("flowsim assumptions --system my-folder --try --replications 4 --days 90", "which of them matter"),
        ],
        Files = [($"PATH/{SensitivityFile.FileName}", "how far each measure moves over the range of each number; read, and with --try written")],
    };

    public static Command Build(Terminal terminal)
    {
        var options = new AssumptionsOptions();
        var command = options.AddTo(new Command(Name, "every number with where it is from and what it acts on"));
        command.SetAction(result => Run(terminal, options.Read(result)));
        return command;
    }

    private static int Run(Terminal terminal, AssumptionsSettings given)
    {
        var asked = AskedSystem.OfOne(LoadedSystem.Read(given.System, terminal, quiet: true), given.Scenario, terminal, quiet: true);
        var (system, settings) = (asked.System, given with { Scenario = asked.Ids[0] });
        var facts = DescribeCommand.FactsOf(system, [settings.Scenario], terminal);
        var numbers = NumbersOf(system, settings.Scenario, terminal);
        var chosen = numbers.Where(settings.Wants).ToList();
        var exit = ExitCode.Done;
        if (settings.Trial is { } trial)
        {
            exit = new TrialSession(terminal, system, trial).Run(chosen, facts.Headline);
        }

        var order = Sensitivity(system, settings, numbers, terminal);
        Print(terminal, settings, numbers, NumberRow.Of(chosen, order ?? new SensitivityOrder([]), SystemNames.Of(facts).ForReaders), facts,
            order is not null);
        return exit;
    }

    private static IReadOnlyList<DescribedNumber> NumbersOf(LoadedSystem system, string scenario, Terminal terminal)
    {
        var problems = new ProblemList { Sources = system.Files.Sources };
        var numbers = Interruptible.Run(() => SystemNumbers.Of(system.Files, scenario, problems), terminal.Interrupt);
        terminal.Report(problems, quiet: true);
        return numbers ?? throw LoadedSystem.InvalidInput(problems);
    }

    /// <summary>What was tried before; null where nothing was.</summary>
    private static SensitivityOrder? Sensitivity(
        LoadedSystem system, AssumptionsSettings settings, IReadOnlyList<DescribedNumber> numbers, Terminal terminal)
    {
        var problems = new ProblemList { Sources = system.Files.Sources };
        var rows = FileOf(settings, system) is { } file ? TrialSession.Read(file, problems) : SensitivityFile.Beside(system.Files, problems);
        var tried = rows is null || settings.Scenario != ExperimentPlan.BaselineId ? null : new TriedNumbers(system.Files, numbers, rows);
        tried?.Check(problems);
        terminal.Report(problems, quiet: false);
        return problems.HasErrors ? throw LoadedSystem.InvalidInput(problems)
            : tried?.Order ?? (rows is null ? null : new SensitivityOrder(rows));
    }

    /// <summary>The file that is named, or that was just written; null: that beside the system, wherever it is.</summary>
    private static string? FileOf(AssumptionsSettings settings, LoadedSystem system) =>
        settings.File ?? (settings.Trial is null ? null : TrialSession.DefaultFile(system));

    private static void Print(Terminal terminal, AssumptionsSettings settings, IReadOnlyList<DescribedNumber> all, IReadOnlyList<NumberRow> rows,
        SystemFacts facts, bool isTried)
    {
        switch (settings.Format)
        {
            case AssumptionsOptions.Json:
                terminal.Out.WriteLine(Written(stream => NumberRow.WriteJson(stream, rows)));
                return;
            case AssumptionsOptions.Csv:
                terminal.Out.Write(Written(stream => NumberRow.WriteCsv(stream, rows)));
                return;
        }

        var listed = FormattableString.Invariant(
            $"{rows.Count} of them {(rows.Count == 1 ? "is" : "are")} listed{(settings.IsFiltered || settings.All ? "" : ", those that say something; --all lists all")}.");
        var tried = isTried ? "Those that move a headline measure most come first."
            : settings.Scenario != ExperimentPlan.BaselineId ? ""
            : all.All(number => number.Range.Length == 0) ? "None comes with a range, so none can be tried."
            : $"How far each moves the headline measures is not known: there is no {SensitivityFile.FileName} beside the system; 'flowsim assumptions --try' makes it.";
        foreach (var line in TextLines.Wrap($"{NumberWords.Counts(all)} {listed} {tried}", terminal.Width))
        {
            terminal.Out.WriteLine(line);
        }

        if (rows.Count > 0)
        {
            terminal.Out.WriteLine();
            terminal.Out.Write(new NumberTable(terminal.Width).Of(rows, MeasureIn(SystemNames.Of(facts))));
        }
    }

    /// <summary>A measure, with its group where it has no total: <c>occupied ward-bed</c>.</summary>
    private static Func<string, string> MeasureIn(SystemNames names) =>
        id => id.Split(' ', 2) is [var measure, var group] ? $"{names.Measure(measure)}, {names.Group(group)}" : names.Measure(id);

    private static string Written(Action<Stream> write)
    {
        using var buffer = new MemoryStream();
        write(buffer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
