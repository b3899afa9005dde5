using System.CommandLine;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Uncertainty;

namespace FlowSim.Cli.Options;

/// <summary>The options of <c>uncertainty</c>.</summary>
internal sealed class UncertaintyOptions
{
    private const int DefaultDraws = 100;
    private const int DefaultInner = 4;
    private const int MostInner = 1_000;

    private readonly Option<int?> inner = WholeNumberOption.Create("--inner", "N",
        $"Runs of each draw, with other random numbers each: what they differ by is chance, what draws differ by beyond that is not known. {UncertaintyPlan.LeastInner} or more. Default: {DefaultInner}; the answer says how many would have been best.",
        1, MostInner);

    private readonly Option<bool> ranges = new("--ranges")
    {
        Description =
            "Where the system has a calibrated set, also draw the numbers of the baseline that come with a range and are not in the set, independently of it. Without a set they are drawn in any case.",
    };

    private ExperimentOptions experiment = null!;

    public static UncertaintyOptions AddTo(Command command)
    {
        var options = new UncertaintyOptions();
        options.inner.Validators.Add(result =>
        {
            // What is no number at all has been said by then, and has no value to ask for.
            if (result.Tokens is [{ Value: "1" }])
            {
                result.AddError(
                    $"--inner: expected {UncertaintyPlan.LeastInner} or more, received 1: from one run of each draw chance and what is not known cannot be told apart. Take --inner {UncertaintyPlan.LeastInner}, with half the draws if time is short; 'flowsim compare --draws N' runs each draw once. Nothing was run.");
            }
        });
        command.Add(options.inner);
        command.Add(options.ranges);
        options.experiment = ExperimentOptions.AddUncertaintyTo(command, DefaultDraws);
        return options;
    }

    public UncertaintySettings Read(ParseResult result) => new(experiment.Read(result))
    {
        Inner = result.GetValue(inner) ?? DefaultInner,
        DrawsRanges = result.GetValue(ranges),
    };
}

/// <summary>The options of <c>uncertainty</c>, as given.</summary>
/// <param name="Experiment">Those that other commands have too.</param>
internal sealed record UncertaintySettings(ExperimentSettings Experiment)
{
    /// <summary>Runs of each draw.</summary>
    public required int Inner { get; init; }

    /// <summary>Draw numbers with a range beside a calibrated set.</summary>
    public required bool DrawsRanges { get; init; }
}
