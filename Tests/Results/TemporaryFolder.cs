namespace FlowSim.Tests.Results;

/// <summary>An empty folder that is removed again.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("flowsim-test-").FullName;

    /// <summary>A path in it.</summary>
    public string this[string name] => global::System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
