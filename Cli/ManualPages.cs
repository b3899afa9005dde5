using System.CommandLine;
using FlowSim.Cli.Manual;

namespace FlowSim.Cli;

/// <summary>The manual page of each command.</summary>
internal static class ManualPages
{
    public static ManualPage Of(Command command) => CommandNames.WordsOf(command) switch
    {
        CompareCommand.Name => CompareCommand.Manual,
        RunCommand.Name => RunCommand.Manual,
        BatchCommand.Name => BatchCommand.Manual,
        BatchCommand.RunName => BatchCommand.RunManual,
        BatchCommand.SlurmName => BatchCommand.SlurmManual,
        BatchCommand.MergeName => BatchCommand.MergeManual,
        CalibrateCommand.Name => CalibrateCommand.Manual,
        BedsCommand.Name => BedsCommand.Manual,
        OptimiseCommand.Name => OptimiseCommand.Manual,
        SweepCommand.Name => SweepCommand.Manual,
        SensitivityCommand.Name => SensitivityCommand.Manual,
        UncertaintyCommand.Name => UncertaintyCommand.Manual,
        ListCommand.Name => ListCommand.Manual,
        NewCommand.Name => NewCommand.Manual,
        CheckCommand.Name => CheckCommand.Manual,
        AssumptionsCommand.Name => AssumptionsCommand.Manual,
        ExplainCommand.Name => ExplainCommand.Manual,
        DescribeCommand.Name => DescribeCommand.Manual,
        PlotCommand.Name => PlotCommand.Manual,
        ExploreCommand.Name => ExploreCommand.Manual,
        ServeCommand.Name => ServeCommand.Manual,
        ReportCommand.Name => ReportCommand.Manual,
        SchemaCommand.Name => SchemaCommand.Manual,
        CompletionCommand.Name => CompletionCommand.Manual,
        _ => Program,
    };

    private static ManualPage Program { get; } = new()
    {
        Description =
        [
            "FlowSim is a discrete-event simulator of patient flow: arrivals, A&E, wards, discharge, community care. A system is a folder of YAML and CSV files; a scenario is a list of changes to it. Scenarios are run with the same patients and the same random numbers as the baseline, so that their differences are due to the changes.",
            "Results go to standard output, everything else to standard error. 'flowsim COMMAND --help' is the manual of a command.",
        ],
        Examples =
        [
            ("flowsim compare", "the main job: the baseline against the headline scenarios"),
            ("flowsim new my-folder", "a small system of one's own, to start from"),
            ("flowsim run baseline --system my-folder", "one scenario of a system of one's own"),
            ("flowsim plot results", "charts from the result files"),
            ("flowsim check my-folder", "every problem in its files"),
        ],
    };
}
