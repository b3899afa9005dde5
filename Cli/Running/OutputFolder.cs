using FlowSim.Cli.Options;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli.Running;

/// <summary>Where a command writes its results.</summary>
internal static class OutputFolder
{
    /// <summary>The folder asked for; where it holds an earlier run that nobody said to replace, one beside it, and that is said.</summary>
    /// <param name="terminal">Where it is said.</param>
    /// <param name="settings">The folder, and whether to replace what it holds.</param>
    /// <exception cref="ResultFolderException">It cannot be written to.</exception>
    public static ResultFolder Open(Terminal terminal, ExperimentSettings settings)
    {
        var path = settings.Force ? settings.Out : ResultFolder.FirstFree(settings.Out);
        if (path != settings.Out)
        {
            terminal.Error.WriteLine($"{settings.Out} holds the results of an earlier run: those of this one go to {path} (--force replaces the earlier ones)");
        }

        return ResultFolder.Open(path);
    }
}
