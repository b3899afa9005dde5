using System.CommandLine;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Cli.Options;

/// <summary>A misspelt option must not be taken for an argument.</summary>
internal static class UnknownOption
{
    public static void Refuse(Argument argument, Command command) =>
        argument.Validators.Add(result =>
        {
            foreach (var word in result.Tokens.Select(token => token.Value).Where(word => word.StartsWith('-')))
            {
                result.AddError($"unknown option '{word}'. {Nearest.Hint(word, command.Options.Select(option => option.Name))}".TrimEnd());
            }
        });
}
