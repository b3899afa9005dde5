namespace FlowSim.Cli.Manual;

/// <summary>What a command's manual says beside its synopsis and options.</summary>
internal sealed record ManualPage
{
    /// <summary>Paragraphs.</summary>
    public required string[] Description { get; init; }

    /// <summary>Command lines with what they do.</summary>
    public required (string CommandLine, string Meaning)[] Examples { get; init; }

    /// <summary>Files read or written, with what they hold.</summary>
    public (string File, string Meaning)[] Files { get; init; } = [];

    /// <summary>The result files of an experiment.</summary>
    public static (string File, string Meaning)[] ResultFiles { get; } =
    [
        ("results/manifest.json", "what was run: version, command, inputs with their SHA-256, seed, replications, time taken, complete or not"),
        ("results/system.json",
            "what was simulated, in words: stages, pools, measures, scenarios with their changes, assumptions; charts and report are drawn with it"),
        ("results/replications.csv", "the headline measures of every replication; every measure with --distributions"),
        ("results/summary.csv", "mean, standard deviation, 95 % interval across replications, interval with what is not known"),
        ("results/differences.csv", "scenario minus baseline, paired by replication, with both intervals and correlation"),
        ("results/draws.csv, draw-results.csv", "what was drawn of what is not known, and the headline measures of every draw"),
        ("results/timeline.csv", "series by day and by hour of the week"),
        ("results/spin-up.csv", "the headline measures in each year of the spin-up, by replication; 'flowsim explore' draws them"),
        ("results/flows.csv", "patients a day from stage to stage"),
        ("results/charts/*.svg", "occupied beds by day, levels against their standards, differences; 'flowsim plot' draws the others"),
        ("results/report.html", "one page: the answer in sentences, the table, the charts, how it was done"),
    ];
}
