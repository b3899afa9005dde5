using System.CommandLine;
using System.CommandLine.Completions;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Cli.Options;

/// <summary><c>--system</c>, and what is meant without it.</summary>
internal static class SystemOption
{
    /// <summary>The systems of the library that a command without <c>--system</c> takes, the first that is there.</summary>
    private static readonly string[] Preferred = ["cambridgeshire-peterborough", "stroke-unit"];

    public static string Default => Array.Find(Preferred, SystemLibrary.Ids.Contains) ?? (SystemLibrary.Ids is [var first, ..] ? first : "");

    public static Option<string> Create()
    {
        var option = new Option<string>("--system")
        {
            HelpName = "ID|PATH",
            Description = "The system: an id of the library (see 'flowsim list systems'), a folder with system.yaml, or a YAML file.",
            DefaultValueFactory = _ => Default,
        };
        option.CompletionSources.Add(context => Completions.Systems(context).Select(id => new CompletionItem(id)));
        return option;
    }
}
