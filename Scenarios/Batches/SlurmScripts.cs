using System.Globalization;

namespace FlowSim.Scenarios.Batches;

/// <summary>
/// The scripts with which Slurm runs a batch: a job array with a task for each shard, and a job that merges them once all are there. A task that fails is
/// tried again within itself, since a task that Slurm starts anew after it failed would break the dependency of the merge; one whose node fails is put back
/// into the queue by Slurm, which does not.
/// </summary>
public sealed record SlurmScripts
{
    /// <summary>Name of the array's script.</summary>
    public const string RunName = "run.sbatch";

    /// <summary>Name of the script that merges.</summary>
    public const string MergeName = "merge.sbatch";

    /// <summary>Name of the script that submits both.</summary>
    public const string SubmitName = "submit.sh";

    /// <summary>What to type for FlowSim, quoted for a shell.</summary>
    public required string Program { get; init; }

    /// <summary>The words that say what is run, quoted for a shell.</summary>
    public required string Words { get; init; }

    /// <summary>Number of shards.</summary>
    public required int Shards { get; init; }

    /// <summary>Folder of the batch, as an absolute path.</summary>
    public required string Folder { get; init; }

    /// <summary>Folder in which the words hold, as an absolute path.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary>Folder of the results, quoted for a shell.</summary>
    public required string Out { get; init; }

    /// <summary>Cores of a task.</summary>
    public int Cores { get; init; } = 1;

    /// <summary>Longest time of a task, as Slurm writes it; empty: the partition's.</summary>
    public string Time { get; init; } = "";

    /// <summary>Where to run; empty: the cluster's default.</summary>
    public string Partition { get; init; } = "";

    /// <summary>How often a task that fails is tried in all.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>The scripts by name.</summary>
    public IReadOnlyList<(string Name, string Text)> All => [(RunName, Run), (MergeName, Merge), (SubmitName, Submit)];

    private string Run => string.Create(CultureInfo.InvariantCulture, $$"""
        #!/bin/sh
        #SBATCH --job-name=flowsim
        #SBATCH --array=1-{{Shards}}
        #SBATCH --cpus-per-task={{Cores}}
        #SBATCH --requeue
        #SBATCH --open-mode=append
        #SBATCH --chdir="{{WorkingFolder}}"
        #SBATCH --output="{{Folder}}/log-%a.txt"
        {{Options}}
        # A task that was stopped goes on where it was. Exit codes 2 to 4 would be the same again: the command line, the files, or a run that cannot go on.
        try=1
        until {{Program}} batch run {{Words}} --batch {{QuotedFolder}} --shard "$SLURM_ARRAY_TASK_ID/{{Shards}}" --threads "${SLURM_CPUS_PER_TASK:-1}"
        do
          code=$?
          case $code in 2|3|4) exit $code ;; esac
          [ $try -lt {{Tries}} ] || exit $code
          try=$((try + 1))
          sleep 5
        done

        """);

    private string Merge => $$"""
        #!/bin/sh
        #SBATCH --job-name=flowsim-merge
        #SBATCH --open-mode=append
        #SBATCH --chdir="{{WorkingFolder}}"
        #SBATCH --output="{{Folder}}/log-merge.txt"
        {{Options}}
        exec {{Program}} batch merge {{QuotedFolder}} --out {{Out}}

        """;

    private static string Submit => $$"""
        #!/bin/sh
        # Submits the tasks, and the job that merges them once all are there; prints the numbers of both.
        set -e
        cd "$(dirname "$0")"
        tasks=$(sbatch --parsable {{RunName}})
        tasks=${tasks%%;*}
        merge=$(sbatch --parsable --dependency="afterok:$tasks" --kill-on-invalid-dep=yes {{MergeName}})
        echo "$tasks ${merge%%;*}"

        """;

    private string QuotedFolder => $"'{Folder.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private string Options => string.Concat(
        Time.Length == 0 ? "" : $"#SBATCH --time={Time}\n", Partition.Length == 0 ? "" : $"#SBATCH --partition={Partition}\n");
}
