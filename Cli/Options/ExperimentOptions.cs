using System.CommandLine;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli.Options;

/// <summary>The options that <c>compare</c>, <c>run</c>, <c>calibrate</c> and <c>beds</c> share.</summary>
internal sealed class ExperimentOptions
{
    private const int MostThreads = 1_024;

    private readonly Option<string> system = SystemOption.Create();
    private readonly Option<int?> replications = WholeNumberOption.Create("--replications", "N",
        "Independent runs of each scenario. Default: what the system says.", 1, ExperimentPlan.MostReplications);
    private readonly Option<string[]> precision = PrecisionWords.Option();
    private readonly Option<TimeSpan?> budget;
    private readonly Option<int?> years = WholeNumberOption.Create("--years", "N", "Measure this many whole years. Default: what the system says.", 1);
    private readonly Option<int?> days = WholeNumberOption.Create("--days", "D", "Measure this many days in place of whole years.", 1);
    private readonly Option<WarmUpLength?> warmUp = WarmUpLength.CreateOption();
    private readonly Option<int?> draws;
    private readonly Option<bool> quick = new("--quick") { Description = "Chance alone: no draws of what is not known." };
    private readonly int drawsByDefault;
    private readonly Option<ulong> seed = WholeNumberOption.CreateSeed("--seed",
        "Whole number that all chance follows from: the same seed gives the same patients with the same random numbers.", ExperimentPlan.DefaultSeed);
    private readonly Option<int?> threads = WholeNumberOption.Create("--threads", "N",
        "Replications that run at the same time; results do not depend on it. Default: the number of cores.", 1, MostThreads);
    private readonly Option<string> output = new("--out")
    {
        HelpName = "DIR",
        Description =
            "Folder for the result files. It is made if needed. Where it holds results of an earlier run, DIR-2 is taken, or the next that is free; a folder that holds files but no results of FlowSim is refused.",
        DefaultValueFactory = _ => "results",
    };
    private readonly Option<bool> force = new("--force") { Description = "Replace the results of an earlier run in DIR." };
    private readonly Option<string?> observed = new("--observed")
    {
        HelpName = "FILE",
        Description = "What was observed, in place of observed.csv beside system.yaml: a file of the same form, such as one of another year.",
    };

    private readonly Option<bool> quiet = new("--quiet") { Description = "No progress, notes or warnings; errors, and that results go elsewhere than to DIR, are still shown." };
    private readonly Option<bool> json = new("--json")
    {
        Description = "Print one JSON document { \"summary\": [...], \"differences\": [...] } with the columns of the CSV files instead of the table.",
    };

    private readonly Option<bool> noCache = new("--no-cache")
    {
        Description =
            "Run every spin-up. Without it, that of a system with a branch is kept for later commands that run the same system with the same seed (in ~/.cache/flowsim, or the folder that FLOWSIM_CACHE names, 1 GB at most): these begin at the branch, and no number changes.",
    };

    private RecordedOptions? recorded;
    private RowOptions? rows;

    private readonly Option<bool> paranoid = new("--paranoid")
    {
        Description =
            "Check the engine's own state as it runs, for whoever doubts it: each pool and each patient concerned after every instant, everything once a simulated hour (a small system after every instant). The first defect stops it with exit code 1. No number changes; it takes up to ten times as long.",
    };

    private ExperimentOptions(int drawsByDefault)
    {
        this.drawsByDefault = drawsByDefault;
        budget = BudgetOption.Create(precision);
        draws = WholeNumberOption.Create("--draws", "N",
            $"Draws of what is not known: members of the calibrated set and amounts within the ranges of the scenarios, each draw run once. The first replications, three in ten at most, are among them. 0: chance alone. Default: {drawsByDefault}.",
            0, ExperimentPlan.MostReplications);
    }

    /// <summary><c>--replications</c>.</summary>
    public Option Replications => replications;

    /// <summary>Options of which a fit knows nothing.</summary>
    public IEnumerable<Option> NotForFit => [json, noCache, paranoid, force, years, observed, .. recorded?.All ?? [], .. rows?.All ?? []];

    /// <param name="command">The command.</param>
    /// <param name="drawsByDefault">Draws of what is not known unless another number is asked for.</param>
    public static ExperimentOptions AddTo(Command command, int drawsByDefault)
    {
        var options = new ExperimentOptions(drawsByDefault);
        options.Add(command, false, options.system, options.replications, options.precision, options.budget, options.draws, options.quick, options.years,
            options.days, options.warmUp, options.seed, options.threads, options.output, options.force, options.quiet, options.json,
            options.noCache, options.paranoid);
        options.draws.Validators.Add(result =>
        {
            if (result.GetResult(options.quick) is { Implicit: false })
            {
                result.AddError("--quick and --draws exclude each other");
            }

            if (result.GetResult(options.precision) is not null)
            {
                result.AddError("--precision and --draws exclude each other: it is about chance alone");
            }
        });
        options.precision.Validators.Add(result =>
        {
            if (result.GetValue(options.replications) is { } most and < PrecisionGoal.Least)
            {
                result.AddError($"--precision needs --replications of {PrecisionGoal.Least} or more, which it may then run at most; received {most}");
            }
        });
        options.RefuseYearsAndDays();
        return options;
    }

    /// <summary>Those of a part of a batch, which go nowhere but into its file.</summary>
    /// <param name="command">The command.</param>
    /// <param name="drawsByDefault">Draws of what is not known unless another number is asked for.</param>
    public static ExperimentOptions AddBatchTo(Command command, int drawsByDefault)
    {
        var options = new ExperimentOptions(drawsByDefault);
        options.Add(command, false, options.system, options.replications, options.draws, options.quick, options.years, options.days, options.warmUp,
            options.seed, options.threads, options.quiet, options.noCache, options.paranoid);
        options.RefuseYearsAndDays();
        return options;
    }

    /// <summary>Those of a command that runs a scenario and the same without limit on some pools.</summary>
    public static ExperimentOptions AddBedsTo(Command command)
    {
        var options = new ExperimentOptions(drawsByDefault: 0);
        options.json.Description = "Print one JSON document { \"beds\": [...] } with the columns of beds.csv instead of the table.";
        options.Add(command, true, options.system, options.replications, options.years, options.days, options.warmUp, options.seed, options.threads,
            options.output, options.force, options.quiet, options.json, options.noCache, options.paranoid);
        options.RefuseYearsAndDays();
        return options;
    }

    /// <summary>Those of a command that searches among designs.</summary>
    /// <param name="command">The command.</param>
    /// <param name="replications">Unless another number is asked for.</param>
    public static ExperimentOptions AddOptimiseTo(Command command, int replications)
    {
        var options = new ExperimentOptions(drawsByDefault: 0);
        options.json.Description = "Print one JSON document { \"designs\": [...], \"levers\": [...] } with the columns of the CSV files instead of the tables.";
        options.replications.Description =
            $"Independent runs of a design at the end of the search, and of each that is run again; the search begins with 8. Default: {replications}.";
        options.replications.Validators.Add(result =>
        {
            // Of a number that cannot be read the option has told itself, and there is no value to ask for.
            if (result.Tokens is [{ Value: "1" }])
            {
                result.AddError("--replications: expected 2 or more; from one run no share of runs can be told");
            }
        });
        options.Add(command, false, options.system, options.replications, options.years, options.days, options.warmUp, options.seed, options.threads,
            options.output, options.force, options.quiet, options.json, options.noCache, options.paranoid);
        options.RefuseYearsAndDays();
        return options;
    }

    /// <summary>Those of a command that runs many designs and keeps a few measures of each.</summary>
    /// <param name="command">The command.</param>
    /// <param name="output">Its folder unless another is named.</param>
    /// <param name="rows">What its rows are, for <c>--json</c>.</param>
    /// <param name="runs">What its replications are.</param>
    public static ExperimentOptions AddSweepTo(Command command, string output, string rows, string runs)
    {
        var options = new ExperimentOptions(drawsByDefault: 0);
        options.replications.Description = runs;
        options.output.DefaultValueFactory = _ => output;
        options.json.Description = $"Print {rows} as a JSON list instead of the table.";
        foreach (var option in new Option[]
        {
            options.system, options.replications, options.years, options.days, options.warmUp, options.seed, options.threads, options.output, options.force,
            options.quiet, options.json, options.noCache,
        })
        {
            command.Add(option);
        }

        options.RefuseYearsAndDays();
        EmptyPath.Refuse(options.output, "a folder");
        return options;
    }

    /// <summary>Those of a command that runs draws of what is not known, and no replications beside them.</summary>
    /// <param name="command">The command.</param>
    /// <param name="drawsByDefault">Draws unless another number is asked for.</param>
    public static ExperimentOptions AddUncertaintyTo(Command command, int drawsByDefault)
    {
        var options = new ExperimentOptions(drawsByDefault);
        options.draws.Description =
            $"Draws of what is not known. They are spread evenly in blocks of {OuterDraws.NestedBlock} that are independent of one another, so take a multiple of it; more draws leave the first as they are. Default: {drawsByDefault}.";
        options.draws.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "0" or "1" } draws])
            {
                result.AddError($"--draws: expected 2 or more, received {draws.Value}; from fewer nothing can be said of what is not known");
            }
        });
        options.output.DefaultValueFactory = _ => "uncertainty";
        options.json.Description =
            "Print one JSON document { \"uncertainty\": [...], \"probabilities\": [...], \"tornado\": [...], \"information\": [...] } with the columns of the CSV files instead of the answer.";
        foreach (var option in new Option[]
        {
            options.system, options.draws, options.years, options.days, options.warmUp, options.seed, options.threads, options.output, options.force,
            options.quiet, options.json, options.paranoid,
        })
        {
            command.Add(option);
        }

        options.RefuseYearsAndDays();
        EmptyPath.Refuse(options.output, "a folder");
        return options;
    }

    /// <summary>Those of a command that runs the time for which there are observations.</summary>
    public static ExperimentOptions AddObservedTo(Command command)
    {
        var options = new ExperimentOptions(drawsByDefault: 0);
        options.json.Description = "Print one JSON document { \"calibration\": [...] } with the columns of calibration.csv instead of the table.";
        EmptyPath.Refuse(options.observed, "a file");
        options.Add(command, false, options.system, options.observed, options.replications, options.years, options.seed, options.threads, options.output,
            options.force, options.quiet, options.json, options.paranoid);
        return options;
    }

    public ExperimentSettings Read(ParseResult result) =>
        new()
        {
            System = result.GetValue(system)!,
            Replications = result.GetValue(replications),
            Precision = PrecisionWords.Of(result.GetValue(precision)),
            Budget = result.GetValue(budget),
            Years = result.GetValue(years),
            Days = result.GetValue(days),
            WarmUp = result.GetValue(warmUp),
            Seed = result.GetValue(seed),
            Threads = result.GetValue(threads) ?? Environment.ProcessorCount,
            Draws = result.GetValue(quick) || result.GetResult(precision) is not null ? 0 : result.GetValue(draws) ?? drawsByDefault,
            Out = result.GetValue(output)!,
            Force = result.GetValue(force),
            Rows = rows?.Read(result) ?? new RowChoice(),
            Parquet = rows?.WantsParquet(result) ?? false,
            HasOut = result.GetResult(output) is { Implicit: false },
            Observed = result.GetValue(observed),
            Recorded = recorded?.Read(result) ?? new RecordedPaths(null, null),
            Quiet = result.GetValue(quiet),
            Json = result.GetValue(json),
            UsesKeptSpinUps = !result.GetValue(noCache),
            Paranoid = result.GetValue(paranoid),
        };

    private void RefuseYearsAndDays() => days.Validators.Add(result =>
    {
        if (result.GetResult(years) is not null)
        {
            result.AddError("--years and --days exclude each other");
        }
    });

    private void Add(Command command, bool alwaysDistributions, params Option[] chosen)
    {
        Array.ForEach(chosen, command.Add);
        recorded = RecordedOptions.AddTo(command);
        rows = RowOptions.AddTo(command, alwaysDistributions);
        EmptyPath.Refuse(output, "a folder");
    }
}
