using FlowSim.Tests.Results;

namespace FlowSim.Tests.Cli;

/// <summary>A system of one file in a folder of its own, run through the command line.</summary>
internal sealed class FlowFile : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public FlowFile(string yaml) => File.WriteAllText(Path, yaml);

    public string Path => System.IO.Path.Combine(folder.Path, "flow.yaml");

    public string Results => System.IO.Path.Combine(folder.Path, "results");

    public TypedCommand Run(params string[] more) => TypedCommand.Run(["run", "baseline", "--system", Path, "--force", "--out", Results, "--quiet", .. more]);

    public void Dispose() => folder.Dispose();
}
