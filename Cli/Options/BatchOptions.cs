using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using FlowSim.Cli.Running;
using FlowSim.Scenarios.Asked;
using FlowSim.Scenarios.Batches;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli.Options;

/// <summary>What says what a batch runs, for the commands that run, submit and merge one.</summary>
internal sealed class BatchOptions
{
    private readonly Argument<string[]> scenarios = new("SCENARIO")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = $"Scenarios to be compared with the baseline, each {AskedSystem.Scenario}; 'baseline' alone is run by itself.",
    };

    private readonly Option<string> folder = CreateFolder();
    private SetOptions set = null!;
    private ExperimentOptions options = null!;

    public static Option<string> CreateFolder() => new("--batch")
    {
        HelpName = "DIR",
        Description = "Folder of the batch, which all shards share. It is made if needed.",
        DefaultValueFactory = _ => "batch",
    };

    public static BatchOptions AddTo(Command command)
    {
        var batch = new BatchOptions();
        command.Add(batch.scenarios);
        UnknownOption.Refuse(batch.scenarios, command);
        batch.scenarios.CompletionSources.Add(context => Completions.Scenarios(context).Select(id => new CompletionItem(id)));
        batch.set = SetOptions.AddTo(command);
        batch.options = ExperimentOptions.AddBatchTo(command, OuterDraws.Default);
        EmptyPath.Refuse(batch.folder, "a folder");
        command.Add(batch.folder);
        return batch;
    }

    /// <summary>A part of a batch, required.</summary>
    public static Option<string> CreateShard()
    {
        var shard = new Option<string>("--shard")
        {
            HelpName = "I/N",
            Description = "Which of so many parts to run, such as 3/10. Results do not depend on the number of parts.",
            Required = true,
        };
        shard.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Shard.TryParse(token.Value, out _))
            {
                result.AddError($"--shard: expected {Shard.Expected}, received '{token.Value}'");
            }
        });
        return shard;
    }

    public string FolderOf(ParseResult result) => result.GetValue(folder)!;

    public (ExperimentSettings Settings, string[] Scenarios, SetChanges? Set) Read(ParseResult result) =>
        (options.Read(result), result.GetValue(scenarios) ?? [], set.Read(result));

    /// <summary>The words that say what is run: all but the command, which part, where to, and how many threads.</summary>
    public IReadOnlyList<string> WordsOf(ParseResult result, params string[] without)
    {
        string[] leftOut = [folder.Name, "--threads", .. without];
        var words = new List<string>();
        var skipped = false;
        foreach (var token in result.Tokens.Where(token => token.Type != TokenType.Command))
        {
            skipped = token.Type == TokenType.Option ? leftOut.Contains(token.Value) : skipped && token.Type == TokenType.Argument;
            if (!skipped)
            {
                words.Add(token.Value);
            }
            else if (token.Type == TokenType.Argument)
            {
                skipped = false;
            }
        }

        return words;
    }
}
