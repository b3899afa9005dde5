using System.CommandLine;

namespace FlowSim.Cli.Options;

/// <summary>A path that is empty, as a variable of a script is that was never set, is no path.</summary>
internal static class EmptyPath
{
    /// <param name="option">Where a path is expected.</param>
    /// <param name="what">Such as <c>a folder</c>.</param>
    public static void Refuse(Option option, string what) => option.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: var path }] && string.IsNullOrWhiteSpace(path))
        {
            result.AddError($"{option.Name}: expected {what}, received nothing");
        }
    });

    /// <param name="argument">Where a path is expected.</param>
    /// <param name="what">Such as <c>a folder</c>.</param>
    public static void Refuse(Argument argument, string what) => argument.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: var path }] && string.IsNullOrWhiteSpace(path))
        {
            result.AddError($"{argument.Name}: expected {what}, received nothing");
        }
    });
}
