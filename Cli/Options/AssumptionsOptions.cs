using System.CommandLine;
using FlowSim.Cli.Running;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Sensitivity;

namespace FlowSim.Cli.Options;

/// <summary>The options of <c>assumptions</c>.</summary>
internal sealed class AssumptionsOptions
{
    public const string Unsaid = "none";
    public const string Text = "text";
    public const string Csv = "csv";
    public const string Json = "json";

    private const int DefaultReplications = 4;
    private const int MostThreads = 1_024;

    private readonly Argument<string> scenario = new("SCENARIO")
    {
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => ExperimentPlan.BaselineId,
        Description = $"A scenario whose numbers are listed, {AskedSystem.Scenario}. Default: the system as described.",
    };
    private readonly Option<string> system = SystemOption.Create();
    private readonly Option<bool> all = new("--all") { Description = "Also the numbers that say nothing about their origin." };
    private readonly Option<string[]> status = new("--status")
    {
        HelpName = "S",
        Description = "Only numbers of this status: measured, cited, derived, assumed, or none; may be given several times.",
    };
    private readonly Option<string?> path = new("--path") { HelpName = "TEXT", Description = "Only numbers whose path has this text in it." };
    private readonly Option<string> format = new("--format")
    {
        HelpName = "F",
        Description = "text (the default), csv or json.",
        DefaultValueFactory = _ => Text,
    };
    private readonly Option<bool> json = new("--json") { Description = "The same as --format json." };
    private readonly Option<string?> file = new("--sensitivity")
    {
        HelpName = "FILE",
        Description = $"Read this file, and with --try write it, in place of {SensitivityFile.FileName} beside the system.",
    };
    private readonly Option<bool> trial = new("--try")
    {
        Description =
            "Run each of the numbers to be listed that has a range at both its ends, and write how far the headline measures move. Of a system with a branch the number changes from that day on.",
    };
    private readonly Option<int?> replications = WholeNumberOption.Create("--replications", "N",
        FormattableString.Invariant($"With --try: independent runs at each end. Default: {DefaultReplications}."), 2, ExperimentPlan.MostReplications);
    private readonly Option<int?> days = WholeNumberOption.Create("--days", "D", "With --try: measure this many days. Default: what the system says.", 1);
    private readonly Option<ulong> seed = WholeNumberOption.CreateSeed("--seed", "With --try: whole number that all chance follows from.",
        ExperimentPlan.DefaultSeed);
    private readonly Option<int?> threads = WholeNumberOption.Create("--threads", "N",
        "With --try: replications that run at the same time. Default: the number of cores.", 1, MostThreads);

    /// <summary>The command with its options.</summary>
    public Command AddTo(Command command)
    {
        UnknownOption.Refuse(scenario, command);
        command.Add(scenario);
        status.AcceptOnlyFromAmong([.. Scenarios.Language.OriginWords.Statuses, Unsaid]);
        format.AcceptOnlyFromAmong(Text, Csv, Json);
        EmptyPath.Refuse(file, "a file");
        foreach (var option in new Option[] { system, all, status, path, format, json, file, trial, replications, days, seed, threads })
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            foreach (var needless in new Option[] { replications, days, seed, threads }.Where(one =>
                result.GetResult(one) is { Implicit: false } && !result.GetValue(trial)))
            {
                result.AddError($"{needless.Name} is for --try");
            }

            if (result.GetValue(trial) && result.GetResult(scenario) is { Tokens: [var named, ..] } && named.Value != ExperimentPlan.BaselineId)
            {
                result.AddError("--try is for the system as described, without a scenario");
            }
        });
        return command;
    }

    public AssumptionsSettings Read(ParseResult result) => new()
    {
        System = result.GetValue(system)!,
        Scenario = result.GetValue(scenario)!,
        All = result.GetValue(all),
        Statuses = result.GetValue(status) ?? [],
        Path = result.GetValue(path),
        Format = result.GetValue(json) ? Json : result.GetValue(format)!,
        File = result.GetValue(file),
        Trial = !result.GetValue(trial)
            ? null
            : new TrialSettings(result.GetValue(file), result.GetValue(replications) ?? DefaultReplications, result.GetValue(days), result.GetValue(seed),
                result.GetValue(threads) ?? Environment.ProcessorCount),
    };
}
