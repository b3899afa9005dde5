using System.CommandLine;

namespace FlowSim.Cli.Options;

/// <summary>Where a merged batch goes, and as what.</summary>
internal sealed class MergeOptions
{
    private readonly Option<string> output = new("--out")
    {
        HelpName = "DIR",
        Description = "Folder for the result files. It is made if needed. Where it holds results of an earlier run, DIR-2 is taken, or the next that is free.",
        DefaultValueFactory = _ => "results",
    };

    private readonly Option<bool> force = new("--force") { Description = "Replace the results of an earlier run in DIR." };
    private readonly Option<bool> quiet = new("--quiet") { Description = "No notes or warnings." };
    private readonly Option<bool> json = new("--json") { Description = "Print one JSON document with the columns of the CSV files instead of the answer." };
    private readonly Option<bool> parquet = new("--parquet") { Description = "Write every table as an Apache Parquet file too." };
    private Option<string?> excel = null!;

    public static MergeOptions AddTo(Command command)
    {
        var options = new MergeOptions();
        Array.ForEach<Option>([options.output, options.force, options.quiet, options.json, options.parquet], command.Add);
        options.excel = ExcelOption.AddTo(command);
        EmptyPath.Refuse(options.output, "a folder");
        return options;
    }

    /// <summary>What was run, with where it goes.</summary>
    public ExperimentSettings On(ExperimentSettings run, ParseResult result) => run with
    {
        Out = result.GetValue(output)!,
        HasOut = result.GetResult(output) is { Implicit: false },
        Force = result.GetValue(force),
        Quiet = result.GetValue(quiet),
        Json = result.GetValue(json),
        Parquet = run.Parquet || result.GetValue(parquet),
        Excel = result.GetValue(excel),
    };
}
