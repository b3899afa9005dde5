using System.CommandLine;
using System.CommandLine.Completions;

namespace FlowSim.Cli.Options;

/// <summary>What <c>compare</c> and <c>run</c> print beside their answer.</summary>
internal sealed class AnswerOptions
{
    private readonly Option<bool> places = new("--places") { Description = "Print the lines of the answer by place too, with their 95 % intervals." };
    private readonly Option<string[]> measures = new("--measures")
    {
        HelpName = "IDS",
        Description = "Print these measures, separated by commas, in place of those that are chosen (see 'flowsim list measures').",
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<bool> all = new("--all")
    {
        Description = "Print everything: each headline measure by place with its intervals, what is saved and who loses, claims, what gives way, and all notes.",
    };

    private AnswerOptions()
    {
    }

    public static AnswerOptions AddTo(Command command)
    {
        var options = new AnswerOptions();
        options.measures.CompletionSources.Add(context => Completions.Measures(context).Select(id => new CompletionItem(id)));
        command.Add(options.places);
        command.Add(options.measures);
        command.Add(options.all);
        return options;
    }

    public AnswerSettings Read(ParseResult result) => new(result.GetValue(places), IdsOf(result.GetValue(measures)), result.GetValue(all));

    /// <summary>Ids as typed, with commas between them or one by one, each once.</summary>
    public static IReadOnlyList<string> IdsOf(string[]? texts) =>
    [
        .. (texts ?? [])
            .SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(),
    ];
}
