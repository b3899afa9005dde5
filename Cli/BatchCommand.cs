using System.CommandLine;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Scenarios.Batches;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli;

/// <summary><c>flowsim batch</c>: one experiment on many machines, which need to share nothing but a folder.</summary>
internal static class BatchCommand
{
    public const string Name = "batch";
    public const string RunName = Name + " run";
    public const string SlurmName = Name + " slurm";
    public const string MergeName = Name + " merge";

    private const string MergeDefault = "batch";

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            "Splits an experiment into shards for machines, or processes, that know nothing of each other. Each is given its number, runs its share of replications and draws, and writes one file into a folder that all can reach; 'flowsim batch merge' puts the files together, and gives the same results as one machine would have, byte for byte, for any number of shards.",
            "A shard that is stopped at any moment has lost the replication it was running and nothing else: run again it goes on behind the last that is finished, and one that is finished is not run again.",
        ],
        Examples =
        [
            ("flowsim batch run rural-hubs --replications 1000 --quick --shard 3/40", "the third of forty parts, into batch/"),
            ("seq 40 | parallel flowsim batch run rural-hubs --replications 1000 --quick --threads 1 --shard {}/40", "all of them on this machine, by GNU parallel"),
            ("flowsim batch merge", "all parts together: the answer, and results/"),
        ],
    };

    public static ManualPage RunManual { get; } = new()
    {
        Description =
        [
            "Runs one part of what 'flowsim compare' would run with the same words ('flowsim run' where the only scenario is 'baseline'). The parts are stretches of all scenarios of all replications and draws, of much the same length; where there are more parts than replications, one is cut among its scenarios, and each part with some of them runs its spin-up.",
            "All parts are run by the same version of FlowSim from the same files: 'flowsim batch merge' refuses others.",
        ],
        Examples =
        [
            ("flowsim batch run --replications 100 --shard 1/4 --batch /shared/study", "a quarter of the default comparison"),
            ("flowsim batch run --shard $SLURM_ARRAY_TASK_ID/100 --threads $SLURM_CPUS_PER_TASK", "in the script of a job array"),
        ],
        Files =
        [
            ("DIR/shard-00003-of-00010.bin", "a part that is finished: every value of its replications, with a checksum for each"),
            ("DIR/shard-00003-of-00010.bin.begun", "one that is not: the next run goes on with it"),
        ],
    };

    public static ManualPage SlurmManual { get; } = new()
    {
        Description =
        [
            "Writes the scripts with which Slurm runs a batch: a job array with a task for each part, and a job that merges them once all are there. Nothing is submitted. The system is read and compiled first, so that what is wrong with it is known before it waits in a queue.",
            "A task that fails is tried again by its own script; one whose node fails is put back by Slurm; both go on where they were. The nodes need the same folder, and FlowSim under the same path.",
        ],
        Examples =
        [
            ("flowsim batch slurm rural-hubs --replications 1000 --quick --shards 100 --batch /shared/study", "a hundred tasks"),
            ("sh /shared/study/submit.sh", "submits them, and the merge"),
        ],
        Files =
        [
            ("DIR/run.sbatch, DIR/merge.sbatch", "the array, and the job that merges"),
            ("DIR/submit.sh", "submits both; prints the numbers of the two jobs"),
            ("DIR/log-*.txt", "what the tasks said"),
        ],
    };

    public static ManualPage MergeManual { get; } = new()
    {
        Description =
        [
            "Puts the parts of a batch together and writes and prints what 'flowsim compare' would have. What was run stands in the parts; start it in the folder in which they were, with the same files. A part that is missing, not finished, damaged, there twice or of another batch is told by name, and nothing is written.",
        ],
        Examples =
        [
            ("flowsim batch merge", "the parts in batch/, into results/"),
            ("flowsim batch merge /shared/study --out study --places", "into study/, the answer by place too"),
        ],
        Files = ManualPage.ResultFiles,
    };

    public static Command Build(Terminal terminal) => new(Name, "run one experiment on many machines") { BuildRun(terminal), BuildSlurm(terminal), BuildMerge(terminal) };

    private static Command BuildRun(Terminal terminal)
    {
        var command = new Command("run", "run one part of an experiment");
        var batch = BatchOptions.AddTo(command);
        var shard = BatchOptions.CreateShard();
        command.Add(shard);
        command.SetAction(result =>
        {
            var part = Shard.TryParse(result.GetValue(shard)!, out var read) ? read : default;
            return Run(terminal, new AskedBatch(terminal, batch.Read(result), CommandText.Of(result)), part, batch.FolderOf(result),
                batch.WordsOf(result, shard.Name));
        });
        return command;
    }

    private static Command BuildMerge(Terminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of the batch.", DefaultValueFactory = _ => MergeDefault };
        var command = new Command("merge", "put the parts of an experiment together") { folder };
        UnknownOption.Refuse(folder, command);
        var options = MergeOptions.AddTo(command);
        var answer = AnswerOptions.AddTo(command);
        command.SetAction(result => Merge(terminal, result.GetValue(folder)!, options, answer.Read(result), result));
        return command;
    }

    private static Command BuildSlurm(Terminal terminal)
    {
        var command = new Command("slurm", "write the scripts that run an experiment on a cluster");
        var batch = BatchOptions.AddTo(command);
        var slurm = SlurmOptions.AddTo(command);
        command.SetAction(result =>
        {
            var asked = new AskedBatch(terminal, batch.Read(result), CommandText.Of(result));
            var scripts = slurm.Read(result, batch.FolderOf(result), batch.WordsOf(result, slurm.Names));
            DemandFits(scripts.Shards, "--shards", asked.Session.Prepare(asked.Scenarios));
            Directory.CreateDirectory(scripts.Folder);
            foreach (var (name, text) in scripts.All)
            {
                var path = Path.Combine(scripts.Folder, name);
                WholeFile.Write(path, System.Text.Encoding.UTF8.GetBytes(text));
                terminal.Out.WriteLine(path);
            }

            terminal.Error.WriteLine($"'sh {Path.Combine(scripts.Folder, SlurmScripts.SubmitName)}' submits them");
            return ExitCode.Done;
        });
        return command;
    }

    /// <exception cref="CommandFailure">There are more parts than there is to run.</exception>
    private static void DemandFits(int parts, string option, ExperimentPlan plan)
    {
        if (parts > BatchRunner.MostShards(plan))
        {
            throw new CommandFailure(ExitCode.Usage, FormattableString.Invariant(
                $"{option}: expected at most {BatchRunner.MostShards(plan)} parts, one for each scenario of each replication and draw, received {parts}"));
        }
    }

    private static int Run(Terminal terminal, AskedBatch asked, Shard shard, string folder, IReadOnlyList<string> words)
    {
        var plan = asked.Session.Prepare(asked.Scenarios);
        DemandFits(shard.Count, $"--shard {shard}", plan);
        var header = new ShardHeader
        {
            Number = shard.Number,
            Count = shard.Count,
            Facts = BatchFacts.Of(plan, asked.Session.Inputs),
            Arguments = words,
        };
        using var file = ShardFile.Open(folder, header);
        if (file is null)
        {
            terminal.Error.WriteLine($"shard {shard} is there already, in {folder}");
            return ExitCode.Done;
        }

        var isDone = new ProgressDisplay(terminal, asked.Settings.Quiet).Show(plan, $"{asked.Title}, shard {shard}", () => BatchRunner.Run(plan, shard, file));
        terminal.Error.WriteLine(isDone ? $"shard {shard} is in {folder}" : $"flowsim: interrupted; what is finished of shard {shard} is in {folder}, and the same command goes on with it");
        return isDone ? ExitCode.Done : ExitCode.Interrupted;
    }

    private static int Merge(Terminal terminal, string folder, MergeOptions options, AnswerSettings shown, ParseResult result)
    {
        var batch = BatchFolder.Open(folder);
        var command = new Command("run");
        var words = BatchOptions.AddTo(command);
        var parsed = new RootCommand { command }.Parse(["run", .. batch.Header.Arguments]);
        var (settings, scenarios, set) = words.Read(parsed);

        // One machine would have been told so, and what is needed to get the same numbers again is that.
        var same = scenarios is [ExperimentPlan.BaselineId] ? RunCommand.Name : CompareCommand.Name;
        var commandLine = string.Join(' ', batch.Header.Arguments.Select(CommandText.Quote).Prepend(same).Prepend(CommandNames.Program));
        var asked = new AskedBatch(terminal, (options.On(settings, result), scenarios, set), commandLine, brief: !shown.All);
        asked.Session.Runs = plan => batch.Merge(plan, BatchFacts.Of(plan, asked.Session.Inputs));
        return asked.Session.Run(asked.Scenarios, finished => asked.Print(shown, finished));
    }
}
