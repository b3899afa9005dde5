namespace FlowSim.Tests.Results;

/// <summary>An empty folder that is removed again.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("flowsim-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
