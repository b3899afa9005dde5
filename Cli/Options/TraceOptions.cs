using System.CommandLine;
using FlowSim.Scenarios.Results.EventLogs;

namespace FlowSim.Cli.Options;

/// <summary><c>--trace</c>: what happens to each patient, as an event log.</summary>
internal sealed class TraceOptions
{
    private readonly Option<string?> file = new("--trace")
    {
        HelpName = "FILE",
        Description =
            "Write an event log too (.csv or .parquet): a row for each arrival, wait, start and end of a stage and way out, with the patient's attributes (docs/event-log.md). A file that is there is replaced with --force alone.",
    };
    private readonly Option<string> replications = new("--trace-replications")
    {
        HelpName = "LIST",
        Description = "Replications in the event log, such as 1,3-5; of each all scenarios.",
        DefaultValueFactory = _ => "1",
    };
    private readonly Option<string?> window = new("--trace-window")
    {
        HelpName = "FROM..TO",
        Description =
            "Time in the event log: two dates, or two numbers of days since measuring began; FROM belongs to it, TO does not. Default: all that is measured. Patients who are there at FROM are in it with what happens from then on.",
    };
    private readonly Option<string> format = new("--trace-format")
    {
        HelpName = "FORMAT",
        Description = "Names of the columns and kinds of rows: flowsim (everything), or those of vidigi or pm4py (Python) or bupar (R).",
        DefaultValueFactory = _ => EventLogFile.Formats[0],
    };

    private TraceOptions()
    {
    }

    public static TraceOptions AddTo(Command command)
    {
        var options = new TraceOptions();
        EmptyPath.Refuse(options.file, "a file");
        options.file.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var path }] && !string.IsNullOrWhiteSpace(path)
                && !EventLogRequest.Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            {
                result.AddError($"--trace: expected a file that ends in {string.Join(" or ", EventLogRequest.Endings)}, received {path}");
            }
        });
        options.format.AcceptOnlyFromAmong([.. EventLogFile.Formats]);
        Refuse(options.replications, EventLogRequest.FaultOfReplications);
        Refuse(options.window, EventLogRequest.FaultOfWindow);
        command.Validators.Add(result =>
        {
            foreach (var option in new Option[] { options.replications, options.window, options.format })
            {
                if (result.GetResult(option) is { Implicit: false } && result.GetResult(options.file) is null)
                {
                    result.AddError($"{option.Name} says more of --trace, which is missing");
                }
            }
        });
        foreach (var option in new Option[] { options.file, options.replications, options.window, options.format })
        {
            command.Add(option);
        }

        return options;
    }

    /// <summary>What is asked for; null: no log.</summary>
    public EventLogRequest? Read(ParseResult result) => result.GetValue(file) is { } path
        ? new EventLogRequest(path, result.GetValue(format)!, result.GetValue(replications)!, result.GetValue(window))
        : null;

    private static void Refuse(Option option, Func<string, string?> faultOf) => option.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: var text }] && faultOf(text) is { } fault)
        {
            result.AddError($"{option.Name}: {fault}; received '{text}'");
        }
    });
}
