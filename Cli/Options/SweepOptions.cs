using System.CommandLine;
using System.CommandLine.Completions;

namespace FlowSim.Cli.Options;

/// <summary>The options of <c>sweep</c>.</summary>
internal sealed class SweepOptions
{
    public const string Grid = "grid";
    public const string Latin = "latin";

    private const int DefaultReplications = 5;
    private const int MostPoints = Scenarios.Sweeps.Designs.Most;

    private readonly Option<string[]> factors = new("--factor")
    {
        HelpName = "FACTOR",
        Description =
            "What is moved, and how far: PATH=LOW to HIGH, with 'step S' or 'in N' behind it for the values of a grid (5 unless said), or PATH=A, B, C; PATH*= multiplies what stands there, PATH+= adds. Several factors are combined. 'flowsim list paths TEXT' finds paths, with what stands there. Put it in quotation marks.",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string> design = new("--design")
    {
        HelpName = "DESIGN",
        Description =
            "grid (every combination, the default), latin (a Latin hypercube: --points of them, spread evenly), or a CSV file with a design a row and a column a factor, headed PATH, PATH* or PATH+.",
        DefaultValueFactory = _ => Grid,
    };

    private readonly Option<int?> points = WholeNumberOption.Create("--points", "N", "Designs of a Latin hypercube. Default: 10 for each factor.", 1, MostPoints);

    private readonly Option<string?> on = new("--on") { HelpName = "SCENARIO", Description = "The scenario that every design is added to. Default: the system as described." };

    private readonly Option<string[]> measures = new("--measures")
    {
        HelpName = "IDS",
        Description = "Measures that are kept, with commas between them. Default: the system's headline.",
    };

    private ExperimentOptions experiment = null!;

    public static SweepOptions AddTo(Command command)
    {
        var options = new SweepOptions();
        options.design.CompletionSources.Add(_ => [new CompletionItem(Grid), new CompletionItem(Latin)]);
        foreach (var option in new Option[] { options.factors, options.design, options.points, options.on, options.measures })
        {
            command.Add(option);
        }

        options.measures.CompletionSources.Add(context => Completions.Measures(context).Select(id => new CompletionItem(id)));
        options.on.CompletionSources.Add(context => Completions.Scenarios(context).Select(id => new CompletionItem(id)));
        options.experiment = ExperimentOptions.AddSweepTo(command, "sweep", "the rows of sweep.csv", $"Independent runs of each design. Default: {DefaultReplications}.");
        command.Validators.Add(result =>
        {
            var word = result.GetResult(options.design) is { Tokens: [var token, ..] } ? token.Value : Grid;
            var isFile = word is not (Grid or Latin);
            if (isFile == result.GetResult(options.factors) is { Tokens.Count: > 0 })
            {
                result.AddError(isFile ? "--factor and a file of designs exclude each other: the file names its factors" : "a --factor is missing, or a --design FILE");
            }

            if (result.GetResult(options.points) is { Implicit: false } && word != Latin)
            {
                result.AddError("--points is for --design latin");
            }
        });
        return options;
    }

    public SweepSettings Read(ParseResult result)
    {
        var settings = experiment.Read(result);
        return new SweepSettings(settings with { Replications = settings.Replications ?? DefaultReplications })
        {
            Factors = result.GetValue(factors) ?? [],
            Design = result.GetValue(design)!,
            Points = result.GetValue(points),
            On = result.GetValue(on),
            Measures = AnswerOptions.IdsOf(result.GetValue(measures)),
        };
    }
}

/// <summary>The options of <c>sweep</c>, as given.</summary>
/// <param name="Experiment">Those that other commands have too.</param>
internal sealed record SweepSettings(ExperimentSettings Experiment)
{
    public required IReadOnlyList<string> Factors { get; init; }

    /// <summary>A word or the path of a file.</summary>
    public required string Design { get; init; }

    public required int? Points { get; init; }

    /// <summary>The scenario that designs are added to; null: none.</summary>
    public required string? On { get; init; }

    /// <summary>Ids; empty: the headline.</summary>
    public required IReadOnlyList<string> Measures { get; init; }
}
