using System.CommandLine;
using System.Globalization;
using FlowSim.Scenarios.Fitting;

namespace FlowSim.Cli.Options;

/// <summary>The options of <c>calibrate --fit</c>.</summary>
internal sealed class FitOptions
{
    public const string DefaultFolder = "fit";

    private const int MostPoints = 100_000;
    private const int MostWaves = 20;
    private const double MostHours = 1_000;

    private readonly Option<bool> fit = new("--fit")
    {
        Description =
            "Move the free inputs that the system names under fit: until the baseline looks like what was observed, and write the sets of inputs that are not ruled out. The system itself stays as it is.",
    };

    private readonly Option<double?> hours = new("--hours")
    {
        HelpName = "H",
        Description = FormattableString.Invariant(
            $"With --fit: how long it may take, on the threads there are. Default: {FitSettings.DefaultHours}."),
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= MostHours)
            {
                return value;
            }

            result.AddError(FormattableString.Invariant($"--hours: expected a number of hours above 0 and up to {MostHours}, received '{text}'"));
            return null;
        },
    };

    private readonly Option<int?> points = WholeNumberOption.Create("--points", "N",
        "With --fit: points of each wave. Default: what the time allows.", 2, MostPoints);

    private readonly Option<int?> waves = WholeNumberOption.Create("--waves", "N", FormattableString.Invariant(
        $"With --fit: waves; more than a fit has had adds to it. Default: up to {FitSettings.DefaultWaves}, and no more once they rule out little."), 1, MostWaves);

    public static FitOptions AddTo(Command command, ExperimentOptions experiment)
    {
        var options = new FitOptions();
        Option[] all = [options.fit, options.hours, options.points, options.waves];
        Array.ForEach(all, command.Add);
        command.Validators.Add(result =>
        {
            var isFit = result.GetValue(options.fit);
            foreach (var needless in all.Where(option => !isFit && result.GetResult(option) is { Implicit: false }))
            {
                result.AddError($"{needless.Name} is for --fit");
            }

            foreach (var needless in experiment.NotForFit.Where(option => isFit && result.GetResult(option) is { Implicit: false }))
            {
                result.AddError($"{needless.Name} is not for --fit");
            }
        });
        return options;
    }

    /// <summary>How a fit is to be made; null: none is.</summary>
    public FitSettings? Read(ParseResult result, ExperimentSettings settings, CancellationToken cancel) =>
        !result.GetValue(fit) ? null : new FitSettings
        {
            Seed = settings.Seed,
            Replications = settings.Replications ?? FitSettings.DefaultReplications,
            Threads = settings.Threads,
            Hours = result.GetValue(hours) ?? FitSettings.DefaultHours,
            Points = result.GetValue(points),
            Waves = result.GetValue(waves),
            Cancel = cancel,
        };
}
