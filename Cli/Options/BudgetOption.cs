using System.CommandLine;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Cli.Options;

/// <summary><c>--budget</c>: how long <c>--precision</c> may add replications.</summary>
internal static class BudgetOption
{
    /// <param name="precision">Without it there is nothing to end.</param>
    public static Option<TimeSpan?> Create(Option precision)
    {
        var option = new Option<TimeSpan?>("--budget")
        {
            HelpName = "TIME",
            Description =
                "With --precision: add no replications after this time, such as 10min or 2h; the number of replications is then the clock's, and nothing else is. What is being run is finished: batches are as large as fit by the pace so far.",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (DurationText.TryParse(text, out var seconds, out _) && seconds > 0 && seconds <= TimeSpan.FromDays(366).TotalSeconds)
                {
                    return TimeSpan.FromSeconds(seconds);
                }

                result.AddError($"--budget: expected a time with a unit such as 10min or 2h, a year at most, received '{text}'");
                return null;
            },
        };
        option.Validators.Add(result =>
        {
            if (result.GetResult(precision) is not { Implicit: false })
            {
                result.AddError("--budget needs --precision: it says when to stop adding replications, --precision until when they are added");
            }
        });
        return option;
    }
}
