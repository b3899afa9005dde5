using System.CommandLine;

namespace FlowSim.Cli.Options;

/// <summary><c>--excel</c>: the results as a workbook too.</summary>
internal static class ExcelOption
{
    private const string Ending = ".xlsx";

    public static Option<string?> AddTo(Command command)
    {
        var option = new Option<string?>("--excel")
        {
            HelpName = "FILE",
            Description =
                "Write a workbook (.xlsx) too: the answer, where people wait, levels and differences of the declared measures, savings, ledger and claims. A file that is there is replaced with --force alone.",
        };
        EmptyPath.Refuse(option, "a file");
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var path }] && !string.IsNullOrWhiteSpace(path) && !path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
            {
                result.AddError($"--excel: expected a file that ends in {Ending}, received {path}");
            }
        });
        command.Add(option);
        return option;
    }
}
