using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Tables;
using FlowSim.Tests.Experiments;

namespace FlowSim.Tests.Results.Reading;

/// <summary>A result folder as a command writes it, which a test can then damage.</summary>
internal sealed class WrittenResults : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public WrittenResults()
        : this(ExperimentSummary.Of(MadeUpExperiment.Result), MadeUpManifest.Manifest)
    {
    }

    public WrittenResults(ExperimentSummary summary, RunFacts run, SystemFacts? facts = null)
    {
        using var results = ResultFolder.Open(folder.Path);
        ResultFiles.Write(results, MadeUpExperiment.Result, summary, run.HasDates);
        if (facts is not null)
        {
            results.Write(SystemFactsFile.Name, stream => SystemFactsFile.Write(stream, facts));
        }

        results.Commit(run);
    }

    public string Path => folder.Path;

    public string PathOf(string file) => System.IO.Path.Combine(folder.Path, file);

    public void Put(string file, string text) => File.WriteAllText(PathOf(file), text);

    /// <summary>Replaces one text of a file, which has to be there, by another.</summary>
    public void Change(string file, string from, string to)
    {
        var text = File.ReadAllText(PathOf(file));
        Assert.That(text, Does.Contain(from), "the test's own assumption");
        File.WriteAllText(PathOf(file), text.Replace(from, to));
    }

    public void Dispose() => folder.Dispose();
}
