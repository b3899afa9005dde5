using System.CommandLine;
using System.CommandLine.Invocation;
using FlowSim.Cli.Running;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli;

/// <summary>What <c>--version</c> does: prints the version in one word; a manifest has the commit too.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(ProgramVersion.Current.Version);
        return ExitCode.Done;
    }
}
