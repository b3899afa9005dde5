using System.CommandLine;
using FlowSim.Cli.Manual;
using FlowSim.Scenarios.Batches;

namespace FlowSim.Cli.Options;

/// <summary>What Slurm is told.</summary>
internal sealed class SlurmOptions
{
    private readonly Option<int?> shards = WholeNumberOption.Create("--shards", "N", "Into how many parts, each a task of the array.", 1, Shard.Most);
    private readonly Option<int?> cores = WholeNumberOption.Create("--cores", "C", "Cores of a task, on which it runs so many replications at a time. Default: 1.", 1, 1_024);
    private readonly Option<int?> tries = WholeNumberOption.Create("--tries", "T", "How often a task that fails is tried in all. Default: 3.", 1, 100);
    private readonly Option<string?> time = new("--time") { HelpName = "TIME", Description = "Longest time of a task, such as 02:00:00. Default: the partition's." };
    private readonly Option<string?> partition = new("--partition") { HelpName = "NAME", Description = "Where to run. Default: the cluster's." };
    private readonly Option<string?> program = new("--program")
    {
        HelpName = "COMMAND",
        Description = "What the nodes type for FlowSim. Default: the program that writes the scripts, by its path.",
    };
    private readonly Option<string> output = new("--out")
    {
        HelpName = "DIR",
        Description = "Folder for the merged results.",
        DefaultValueFactory = _ => "results",
    };

    private Option[] All => [shards, cores, tries, time, partition, program, output];

    /// <summary>Options that say nothing of what is run.</summary>
    public string[] Names => [.. All.Select(option => option.Name)];

    public static SlurmOptions AddTo(Command command)
    {
        var options = new SlurmOptions();
        options.shards.Required = true;
        Array.ForEach(options.All, command.Add);
        EmptyPath.Refuse(options.output, "a folder");
        foreach (var option in new[] { options.time, options.partition })
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens is [{ Value: var text }] && (text.Length == 0 || text.Any(sign => !char.IsAsciiLetterOrDigit(sign) && !"-_:.,".Contains(sign))))
                {
                    result.AddError($"{option.Name}: expected a word that Slurm knows, received '{text}'");
                }
            });
        }

        return options;
    }

    public SlurmScripts Read(ParseResult result, string folder, IReadOnlyList<string> words) => new()
    {
        Program = result.GetValue(program) ?? OwnPath,
        Words = string.Join(' ', words.Select(CommandText.Quote)),
        Shards = result.GetValue(shards) ?? 1,
        Folder = Path.GetFullPath(folder),
        WorkingFolder = Directory.GetCurrentDirectory(),
        Out = CommandText.Quote(result.GetValue(output)!),
        Cores = result.GetValue(cores) ?? 1,
        Tries = result.GetValue(tries) ?? 3,
        Time = result.GetValue(time) ?? "",
        Partition = result.GetValue(partition) ?? "",
    };

    /// <summary>The program by its path; where the run-time was started with it, both.</summary>
    private static string OwnPath
    {
        get
        {
            var process = Environment.ProcessPath ?? CommandNames.Program;
            return Path.GetFileNameWithoutExtension(process) == "dotnet"
                ? $"{CommandText.Quote(process)} {CommandText.Quote(Path.Combine(AppContext.BaseDirectory, $"{CommandNames.Program}.dll"))}"
                : CommandText.Quote(process);
        }
    }
}
