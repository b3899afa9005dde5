using System.Text;
using FlowSim.Cli.Running;
using FlowSim.Cli.Serving.Engine;
using FlowSim.Scenarios.Asked;

namespace FlowSim.Cli.Serving.Work;

/// <summary>The files that a page writes so that its scenarios are read as a command reads them, and whether they can be run.</summary>
internal sealed class ScenarioFiles(Workshop workshop, DirectoryInfo folder) : IDisposable
{
    private const string Tried = "tried";
    private const string Opened = "opened";

    private static readonly Dictionary<string, string> Nothing = [];

    private (EditedScenario? Of, IReadOnlyDictionary<string, string> Values) values = (null, Nothing);

    /// <summary>What was found sound since <see cref="Forget"/>; null: nothing was looked at.</summary>
    private (string File, PlannedWork Work)? sound;

    public void Forget() => sound = null;

    /// <summary>What was found sound, where that was the file of this name; else null.</summary>
    public PlannedWork? SoundOf(string path) => sound is { } found && Path.GetFileName(found.File) == Path.GetFileName(path) ? found.Work : null;

    /// <summary>Writes a scenario; the path of its file.</summary>
    public string Write(string name, EditedScenario scenario) => Write(name, Encoding.UTF8.GetBytes(scenario.Text));

    /// <summary>Whether a scenario can be run; also one that changes nothing may have what nobody knows.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="name">Name of its file.</param>
    /// <exception cref="CommandFailure">It cannot, in the words of a page.</exception>
    public void Demand(EditedScenario scenario, string name) => Demand(Write(Path.Combine(Tried, name), scenario));

    /// <summary>The same of a file that was opened, as it is, so that what is wrong is said with its own lines.</summary>
    public void Demand(byte[] bytes, string name) => Demand(Write(Path.Combine(Tried, Opened, name), bytes));

    /// <summary>What stands at each path with a scenario's changes made; empty where it changes nothing.</summary>
    public IReadOnlyDictionary<string, string> ValuesUnder(EditedScenario scenario, string name)
    {
        if (!ReferenceEquals(values.Of, scenario))
        {
            values = (scenario, scenario.IsEmpty ? Nothing : workshop.ValuesUnder(Write(Path.Combine(Tried, name), scenario)));
        }

        return values.Values;
    }

    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // It is a temporary one.
        }
    }

    private void Demand(string path)
    {
        try
        {
            sound = (path, workshop.Plan([path], isFirst: workshop.HasFirst));
        }
        catch (CommandFailure failure)
        {
            throw new CommandFailure(failure.ExitCode, ProblemWords.Plain(failure.Message));
        }
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
