using System.CommandLine;
using FlowSim.Scenarios.Asked;

namespace FlowSim.Cli.Options;

/// <summary><c>--set</c>, <c>--from</c> and <c>--over</c>: a scenario made on the spot.</summary>
internal sealed class SetOptions
{
    private readonly Option<string[]> sets = new("--set")
    {
        HelpName = "PATH=VALUE",
        Description =
            "A change of your own; PATH*=FACTOR multiplies and PATH+=AMOUNT adds. May be given several times: together they are one scenario, named by its changes. 'flowsim list paths TEXT' finds the path and what stands there. Put it in quotation marks.",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string?> from = new("--from")
    {
        HelpName = "DATE",
        Description = "The day on which the changes of --set begin, such as 2017-10-01. Default: when the scenario does.",
    };

    private readonly Option<string?> over = new("--over")
    {
        HelpName = "TIME",
        Description = "Phase the changes of --set in over this long from that day, such as \"90 d\". Default: at once.",
    };

    private SetOptions()
    {
    }

    public static SetOptions AddTo(Command command)
    {
        var options = new SetOptions();
        command.Add(options.sets);
        command.Add(options.from);
        command.Add(options.over);
        options.sets.Validators.Add(result =>
        {
            foreach (var text in result.Tokens.Select(token => token.Value).Where(text => !SetText.TryParse(text, out _)))
            {
                result.AddError($"--set: expected {SetText.Expected}; found '{text}'");
            }
        });
        command.Validators.Add(result =>
        {
            foreach (var option in new[] { options.from, options.over }.Where(option => result.GetResult(option) is not null))
            {
                if (result.GetResult(options.sets) is null)
                {
                    result.AddError($"{option.Name} is for the changes of --set, and there is none; in a file a change has 'from' and 'over' of its own");
                }
                else if (option == options.over && result.GetResult(options.from) is null)
                {
                    result.AddError("--over needs --from, the day on which the phase begins");
                }
            }
        });
        return options;
    }

    /// <summary>True where a change is typed.</summary>
    public bool IsGiven(System.CommandLine.Parsing.CommandResult result) => result.GetResult(sets) is not null;

    /// <summary>The changes; null where none is typed.</summary>
    public SetChanges? Read(ParseResult result)
    {
        var read = new List<SetText>();
        foreach (var text in result.GetValue(sets) ?? [])
        {
            if (SetText.TryParse(text, out var set))
            {
                read.Add(set);
            }
        }

        return read.Count == 0 ? null : new SetChanges(read, result.GetValue(from) ?? "", result.GetValue(over) ?? "");
    }
}
