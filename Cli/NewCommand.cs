using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Starting;

namespace FlowSim.Cli;

/// <summary><c>flowsim new</c>: files to start from.</summary>
internal static class NewCommand
{
    public const string Name = "new";

    private const string Yaml = ".yaml";

    /// <summary>Files that are named one by one when they have been written.</summary>
    private const int MostNamed = 6;

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            "Writes files to start from. 'flowsim new DIR' makes a folder with a small system, with comments: arrivals, A&E, a ward, a community unit, and a scenario; it can be compared at once. With --from the folder holds the files of another system, of the library or of one's own, to be changed. A folder that holds anything is refused.",
            "'flowsim new --trust CODE' makes a first model of one hospital in DIR (left out: the code in small letters) from figures that NHS England published of that trust for 2016/17 and that come with FlowSim: type-1 attendances, admissions, beds open and in use; stays follow so that these come out. Of a trust without such figures the model has England's averages. TO-FILL-IN.md in the folder lists what is not known, what matters most first; 'flowsim calibrate' sets what was published beside what the model gives.",
            "'flowsim new --scenario FILE' writes a scenario of a system (--system), with one change that runs as it is and others behind comments. The scenario has the name of the file.",
        ],
        Examples =
        [
            ("flowsim new my-hospital", "a small system in the folder my-hospital"),
            ("flowsim new my-county --from cambridgeshire-peterborough", "the county as files that can be changed"),
            ("flowsim new --trust RFR", "a first model of that trust's hospital in the folder rfr"),
            ("flowsim new --scenario more-beds.yaml", "a scenario for the system that comes with FlowSim"),
            ("flowsim new --scenario more-beds.yaml --system my-hospital", "a scenario for another"),
        ],
        Files =
        [
            ("DIR/system.yaml", "the system; with --from, all its other files beside it"),
            ("DIR/scenarios/*.yaml", "its scenarios"),
            ("DIR/TO-FILL-IN.md", "with --trust: which numbers are to be filled in, and where each stands"),
        ],
    };

    public static Command Build(Terminal terminal)
    {
        var folder = new Argument<string?>("DIR") { Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => null, Description = "The folder to make." };
        var from = new Option<string?>("--from") { HelpName = "SYSTEM", Description = "Copy this system: an id of the library, a folder, or a YAML file." };
        var scenario = new Option<string?>("--scenario") { HelpName = "FILE", Description = "Write a scenario into this file in place of a system." };
        var trust = new Option<string?>("--trust")
        {
            HelpName = "CODE",
            Description = "Make a first model of this trust's hospital, by its code of three signs.",
        };
        trust.CompletionSources.Add(Completions.Trusts);
        var system = SystemOption.Create();
        system.Description = "Of --scenario: the system that it changes, an id of the library, a folder or a YAML file.";
        var command = new Command(Name, "write a system or a scenario to start from") { folder, from, trust, scenario, system };
        UnknownOption.Refuse(folder, command);
        EmptyPath.Refuse(folder, "a folder");
        EmptyPath.Refuse(scenario, "a file");
        command.Validators.Add(result =>
        {
            var isScenario = result.GetResult(scenario) is not null;
            if (result.GetResult(trust) is { } named)
            {
                CheckTrust(named, isScenario || result.GetResult(from) is not null);
            }
            else if (isScenario == result.GetResult(folder) is { Tokens.Count: > 0 })
            {
                result.AddError(isScenario ? "DIR and --scenario exclude each other" : "a DIR is missing, the folder to make, or --scenario FILE");
            }

            if (isScenario && result.GetResult(from) is not null)
            {
                result.AddError("--from is for a new folder; the system of a scenario is named by --system");
            }

            if (!isScenario && result.GetResult(system) is { Implicit: false })
            {
                result.AddError("--system is for --scenario; the system to copy is named by --from");
            }
        });
        command.SetAction(result => result.GetValue(scenario) is { } file
            ? WriteScenario(terminal, file, result.GetValue(system)!)
            : result.GetValue(trust) is { } code ? WriteTrust(terminal, result.GetValue(folder) ?? code.ToLowerInvariant(), code)
            : WriteSystem(terminal, result.GetValue(folder)!, result.GetValue(from)));
        return command;
    }

    private static void CheckTrust(OptionResult trust, bool hasOther)
    {
        if (hasOther)
        {
            trust.AddError("--trust makes a new system: --from and --scenario exclude it");
        }

        if (trust.Tokens is [var code] && !TrustFigures.MayBeCode(code.Value))
        {
            trust.AddError($"'{code.Value}' cannot be the code of a trust: expected a letter and two letters or digits, such as {TrustFigures.Known[0].Code}");
        }
    }

    private static int WriteTrust(Terminal terminal, string folder, string code)
    {
        DemandEmpty(folder);
        var figures = TrustFigures.Of(code);
        if (TrustSystem.Missing(figures) is { Count: > 0 } missing)
        {
            throw new CommandFailure(ExitCode.Usage,
                $"of {figures.Code} ({figures.Name}) too little is published to make a model of a hospital: no {string.Join(", no ", missing)}");
        }

        var files = TrustSystem.Files(figures, NewSystem.IdOf(folder));
        WriteFiles(folder, files);
        Tell(terminal, $"{folder} holds a first model of {figures.Name}. {TrustSystem.Said(figures)}",
        [
            (Path.Combine(folder, TrustSystem.ToFillIn), "what is to be filled in, what matters most first"),
            ($"flowsim check {CommandText.Quote(folder)}", "says what is wrong in it, as often as you like"),
            ($"flowsim calibrate --system {CommandText.Quote(folder)}", "what was published beside what the model gives"),
            ($"flowsim compare --system {CommandText.Quote(folder)}", "runs it with its scenarios"),
            ($"flowsim list paths --system {CommandText.Quote(folder)}", "what can be changed, with what stands there"),
        ]);
        return ExitCode.Done;
    }

    private static void WriteFiles(string folder, IReadOnlyList<StartingFile> files)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content);
        }
    }

    private static int WriteSystem(Terminal terminal, string folder, string? from)
    {
        DemandEmpty(folder);
        var files = from is null ? NewSystem.Small(folder) : NewSystem.CopyOf(LoadedSystem.Read(from, terminal, quiet: true).Files, from);
        WriteFiles(folder, files);

        var named = files.Count <= MostNamed ? string.Join(", ", files.Select(file => file.Name)) : FormattableString.Invariant($"{files.Count} files");
        Tell(terminal, $"{folder} holds {(from is null ? "a small system" : from)}: {named}.",
        [
            ($"flowsim check {CommandText.Quote(folder)}", "says what is wrong in it, as often as you like"),
            ($"flowsim compare --system {CommandText.Quote(folder)}{(from is null ? "" : " --quick")}", "runs it with its scenarios"),
            ($"flowsim list paths --system {CommandText.Quote(folder)}", "what can be changed, with what stands there"),
            ($"flowsim new --scenario {CommandText.Quote(Path.Combine(folder, "scenarios", "my-idea.yaml"))} --system {CommandText.Quote(folder)}", "one more scenario of it"),
        ]);
        return ExitCode.Done;
    }

    private static int WriteScenario(Terminal terminal, string file, string system)
    {
        DemandFree(file);
        var option = system == SystemOption.Default ? "" : $"--system {CommandText.Quote(system)}";
        var loaded = LoadedSystem.Read(system, terminal, quiet: true);
        var id = Path.GetFileNameWithoutExtension(file);
        if (!NewScenario.MayBeNamed(id))
        {
            throw new CommandFailure(ExitCode.Usage, $"'{file}': a scenario has the name of its file, letters, digits and hyphens, such as my-idea{Yaml}");
        }

        if (loaded.Scenarios.Contains(id))
        {
            throw new CommandFailure(ExitCode.Usage, $"'{file}': system {loaded.Id} has a scenario {id} already; take another name");
        }

        var text = Interruptible.Run(() => NewScenario.Text(loaded.Files, file, option), terminal.Interrupt)
            ?? throw new CommandFailure(ExitCode.Usage, $"system {loaded.Id} has neither a capacity nor a rate that a first change could raise");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        WholeFile.Write(file, Encoding.UTF8.GetBytes(text));
        var with = option.Length > 0 ? " " + option : "";
        Tell(terminal, $"{file} holds a scenario of {loaded.Id} with one change.",
        [
            ($"flowsim compare {CommandText.Quote(file)}{with}", "runs it beside the baseline"),
            ($"flowsim check {CommandText.Quote(file)}{with}", "says what is wrong in it"),
            ($"flowsim list paths TEXT{with}", "what can be changed, with what stands there"),
        ]);
        return ExitCode.Done;
    }

    private static void DemandEmpty(string folder)
    {
        if (File.Exists(folder))
        {
            throw new CommandFailure(ExitCode.Files, $"{folder} is a file; name a new folder");
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new CommandFailure(ExitCode.Files, $"{folder} is not empty; name a new folder, so that nothing is overwritten");
        }
    }

    private static void DemandFree(string file)
    {
        if (!file.EndsWith(Yaml, StringComparison.OrdinalIgnoreCase))
        {
            throw new CommandFailure(ExitCode.Usage, $"'{file}' does not end in {Yaml}, as files of scenarios do");
        }

        if (File.Exists(file) || Directory.Exists(file))
        {
            throw new CommandFailure(ExitCode.Files, $"{file} is there already; name a new file, so that nothing is overwritten");
        }
    }

    private static void Tell(Terminal terminal, string what, (string Line, string Meaning)[] next)
    {
        foreach (var line in TextLines.Wrap(what, terminal.Width))
        {
            terminal.Out.WriteLine(line);
        }

        terminal.Out.WriteLine();
        foreach (var (line, meaning) in next)
        {
            terminal.Out.WriteLine(line);
            terminal.Out.WriteLine("    " + meaning);
        }
    }
}
