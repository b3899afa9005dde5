using System.CommandLine;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli.Options;

/// <summary><c>--months</c>, <c>--distributions</c>, <c>--parquet</c>: what the result files hold where it is asked for.</summary>
internal sealed class RowOptions
{
    private readonly Option<bool> months = new("--" + RowChoice.MonthsName)
    {
        Description = "Write the months and quarters too, of measures that have them; without it the files hold whole years and all that was measured.",
    };

    private readonly Option<bool> distributions = new("--" + RowChoice.DistributionsName)
    {
        Description =
            "Write the distributions too: shares of time by number of beds in use; and, of a system with a headline, each replication and draw of every measure, the differences of the automatic measures and those of these that no chart shows.",
    };

    private readonly Option<bool> parquet = new("--parquet")
    {
        Description = "Write every table as an Apache Parquet file too, beside the CSV file: the same columns and rows, with their types.",
    };

    private bool alwaysDistributions;

    /// <summary>The options, as far as a command has them.</summary>
    public IEnumerable<Option> All => alwaysDistributions ? [months, parquet] : [months, distributions, parquet];

    /// <param name="command">The command.</param>
    /// <param name="alwaysDistributions">True for a command that is asked for nothing else.</param>
    public static RowOptions AddTo(Command command, bool alwaysDistributions = false)
    {
        var options = new RowOptions { alwaysDistributions = alwaysDistributions };
        foreach (var option in options.All)
        {
            command.Add(option);
        }

        return options;
    }

    public bool WantsParquet(ParseResult result) => result.GetValue(parquet);

    public RowChoice Read(ParseResult result) =>
        new() { Months = result.GetValue(months), Distributions = alwaysDistributions || result.GetValue(distributions) };
}
