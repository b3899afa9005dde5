using System.CommandLine;
using System.Globalization;

namespace FlowSim.Cli.Options;

/// <summary>Options that take a whole number and say what they expect when they get something else.</summary>
internal static class WholeNumberOption
{
    public static Option<int?> Create(string name, string helpName, string description, int least, int most = int.MaxValue) =>
        new(name)
        {
            HelpName = helpName,
            Description = description,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
                {
                    return value;
                }

                result.AddError(
                    $"{name}: expected a whole number {(most == int.MaxValue ? $"of at least {least}" : $"from {least} to {most}")}, received '{text}'");
                return null;
            },
        };

    public static Option<ulong> CreateSeed(string name, string description, ulong otherwise) =>
        new(name)
        {
            HelpName = "N",
            Description = description,
            DefaultValueFactory = _ => otherwise,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (!ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                {
                    result.AddError($"{name}: expected a whole number from 0 to {ulong.MaxValue}, received '{text}'");
                }

                return value;
            },
        };
}
