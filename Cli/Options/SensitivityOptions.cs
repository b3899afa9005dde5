using System.CommandLine;
using System.CommandLine.Completions;
using FlowSim.Scenarios.Sensitivity;

namespace FlowSim.Cli.Options;

/// <summary>The options of <c>sensitivity</c>.</summary>
internal sealed class SensitivityOptions
{
    private const int DefaultTrajectories = 10;
    private const int DefaultReplications = 4;
    private const int MostPoints = Scenarios.Sweeps.Designs.Most;

    private readonly Option<string> method = new("--method")
    {
        HelpName = "METHOD",
        Description =
            "morris (the default: elementary effects along trajectories; which of many matter), one-at-a-time (each at its ends, the others as described) or regression (shares of the variance, by points spread evenly).",
        DefaultValueFactory = _ => Screening.Morris,
    };

    private readonly Option<string[]> factors = new("--factor")
    {
        HelpName = "FACTOR",
        Description = "What is moved, as in 'flowsim sweep'; repeatable. Without it, the numbers of the system that come with a range are.",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string?> path = new("--path") { HelpName = "TEXT", Description = "Of the numbers with a range only those whose path has this text in it." };

    private readonly Option<int?> trajectories = WholeNumberOption.Create("--trajectories", "N",
        $"With morris: trajectories, each with a run more than there are factors and random numbers of its own. Default: {DefaultTrajectories}.", 2, 10_000);

    private readonly Option<int?> points = WholeNumberOption.Create("--points", "N",
        "With regression: points, each run once with random numbers of its own. Default: 20 for each factor, 100 at least.", Screening.LeastPoints, MostPoints);

    private readonly Option<string?> on = new("--on") { HelpName = "SCENARIO", Description = "The scenario that everything is added to. Default: the system as described." };

    private readonly Option<string[]> measures = new("--measures") { HelpName = "IDS", Description = "Measures that are watched, with commas between them. Default: the system's headline." };

    private ExperimentOptions experiment = null!;

    public static SensitivityOptions AddTo(Command command)
    {
        var options = new SensitivityOptions();
        options.method.AcceptOnlyFromAmong([.. Screening.Methods]);
        foreach (var option in new Option[]
        {
            options.method, options.factors, options.path, options.trajectories, options.points, options.on, options.measures,
        })
        {
            command.Add(option);
        }

        options.measures.CompletionSources.Add(context => Completions.Measures(context).Select(id => new CompletionItem(id)));
        options.on.CompletionSources.Add(context => Completions.Scenarios(context).Select(id => new CompletionItem(id)));
        options.experiment = ExperimentOptions.AddSweepTo(command, "sensitivity", "the rows of sensitivity-indices.csv",
            $"With one-at-a-time: independent runs at each end. Default: {DefaultReplications}.");
        command.Validators.Add(result =>
        {
            var word = result.GetResult(options.method) is { Tokens: [var token, ..] } ? token.Value : Screening.Morris;
            foreach (var (option, name) in new (Option Option, string Method)[]
            {
                (options.trajectories, Screening.Morris), (options.points, Screening.Regression), (options.experiment.Replications, Screening.OneAtATime),
            })
            {
                if (result.GetResult(option) is { Implicit: false } && word != name)
                {
                    result.AddError($"{option.Name} is for --method {name}");
                }
            }

            if (result.GetResult(options.path) is { Implicit: false } && result.GetResult(options.factors) is { Tokens.Count: > 0 })
            {
                result.AddError("--path and --factor exclude each other: --path chooses among the numbers of the system");
            }
        });
        return options;
    }

    public SensitivitySettings Read(ParseResult result)
    {
        var settings = experiment.Read(result);
        return new SensitivitySettings(settings with { Replications = settings.Replications ?? DefaultReplications })
        {
            Method = result.GetValue(method)!,
            Factors = result.GetValue(factors) ?? [],
            Path = result.GetValue(path),
            Trajectories = result.GetValue(trajectories) ?? DefaultTrajectories,
            Points = result.GetValue(points),
            On = result.GetValue(on),
            Measures = AnswerOptions.IdsOf(result.GetValue(measures)),
        };
    }
}

/// <summary>The options of <c>sensitivity</c>, as given.</summary>
/// <param name="Experiment">Those that other commands have too.</param>
internal sealed record SensitivitySettings(ExperimentSettings Experiment)
{
    public required string Method { get; init; }

    /// <summary>As typed; none: the numbers with a range.</summary>
    public required IReadOnlyList<string> Factors { get; init; }

    /// <summary>A part of the paths of numbers; null: all.</summary>
    public required string? Path { get; init; }

    public required int Trajectories { get; init; }

    public required int? Points { get; init; }

    /// <summary>The scenario that everything is added to; null: none.</summary>
    public required string? On { get; init; }

    /// <summary>Ids; empty: the headline.</summary>
    public required IReadOnlyList<string> Measures { get; init; }
}
