using System.Text;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Tests.Loading;

/// <summary>A system's folder that lives as long as a test.</summary>
internal sealed class TemporarySystem : IDisposable
{
    private TemporarySystem(string folder) => Folder = folder;

    public string Folder { get; }

    public ProblemList Problems { get; } = new();

    public static TemporarySystem With(params (string File, string Text)[] files)
    {
        var system = new TemporarySystem(Directory.CreateTempSubdirectory("flowsim-").FullName);
        foreach (var (file, text) in files)
        {
            system.Write(file, Encoding.UTF8.GetBytes(text));
        }

        return system;
    }

    public void Write(string file, byte[] bytes)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    public SystemFiles? Read() => SystemReader.Read(Folder, Problems);

    /// <summary>The problems as they would be printed.</summary>
    public string Printed => string.Join("\n", Problems.Sorted.Select(ProblemText.Render));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
