using System.Text;
using FlowSim.Scenarios.Calibration;
using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Claims;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Fitting;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Optimising;
using FlowSim.Scenarios.Savings.Reading;

namespace FlowSim.Tests.Names;

/// <summary>
/// A system of the library with the shared tables that it takes, or one that stands in a single file, that is checked with one file of it changed.
/// </summary>
internal sealed class ShippedSystem
{
    private readonly IReadOnlyList<InputFile> files;
    private readonly string mainFile;

    public ShippedSystem(string id, string mainFile, IReadOnlyList<InputFile> files)
    {
        Id = id;
        this.mainFile = mainFile;
        this.files = files;
    }

    private MapNode? read;

    public string Id { get; }

    /// <summary>Every name of every file.</summary>
    public IEnumerable<WrittenName> Names => files.SelectMany(file => WrittenName.Of(file.Name, Text(file.Name)));

    public static IEnumerable<ShippedSystem> All()
    {
        foreach (var id in SystemLibrary.Ids)
        {
            yield return new ShippedSystem(id, "system.yaml", SystemReader.WholeOf(SystemReader.Read(id, new ProblemList())!, id));
        }

        string[] single = [.. Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "Benchmarks", "Systems"), "*.yaml"),
            .. Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "Benchmarks", "SimSharp", "Systems"), "*.yaml")];
        foreach (var path in single.Where(path => Path.GetFileName(path) != "county-larger.yaml").Order(StringComparer.Ordinal))
        {
            yield return new ShippedSystem(Path.GetFileNameWithoutExtension(path), Path.GetFileName(path),
                [new InputFile(Path.GetFileName(path), File.ReadAllBytes(path))]);
        }
    }

    public string Text(string file) => Encoding.UTF8.GetString(files.First(known => known.Name == file).Bytes);

    /// <summary>What <c>check</c> says when a file has another text; it stops at the first part that is refused.</summary>
    public ProblemList Check(string file, string text)
    {
        var problems = new ProblemList();
        InputFile[] changed = [.. files.Select(known => known.Name == file ? known with { Bytes = Encoding.UTF8.GetBytes(text) } : known)];
        if (SystemAssembler.Assemble(Id, mainFile, changed, problems) is not { } read || problems.HasErrors)
        {
            return problems;
        }

        var builder = new TimelineBuilder(read, RunOverrides.None, problems);
        if (builder.Baseline() is not { } baseline)
        {
            return problems;
        }

        FitSystem.Check(read, Observations.Read(read, baseline.First, problems), problems);
        CalibratedSetCheck.Check(read, problems);
        PredictedReader.Of(read, baseline.First, problems);
        LedgerReader.Of(read, baseline.First, read.Scenarios.Keys, problems);
        PlanClaims.Of(read, baseline.First, problems);
        foreach (var scenario in read.Scenarios.Keys.OrderBy(id => file == $"scenarios/{id}.yaml" ? 0 : 1).ThenBy(id => id, StringComparer.Ordinal))
        {
            if (!problems.HasErrors)
            {
                builder.Scenario(scenario, baseline.First.Run);
            }
        }

        if (!problems.HasErrors)
        {
            Question.Check(read, problems);
        }

        return problems;
    }

    /// <summary>True for what a file of the system's own is laid over, so that nobody reads it: nothing that is left stands in its place.</summary>
    public bool IsLaidOver(WrittenName name)
    {
        read ??= SystemAssembler.Assemble(Id, mainFile, files, new ProblemList())!.Root;
        return name.File.StartsWith(SystemFolder.Parts + "/", StringComparison.Ordinal) && !Stands(read);

        bool Stands(Node node) => node switch
        {
            MapNode map => map.Entries.Exists(entry =>
                (IsAt(entry.KeyWhere) && entry.Key.Contains(name.Text, StringComparison.Ordinal)) || Stands(entry.Value)),
            ListNode list => list.Items.Exists(Stands),
            ScalarNode scalar => IsAt(scalar.Where) && scalar.Text.Contains(name.Text, StringComparison.Ordinal),
            _ => false,
        };

        bool IsAt(SourceLocation where) => where.Line == name.Line && SharedTables.OwnName(where.File) == name.File;
    }

    public ProblemList CheckAsShipped() => Check("", "");
}
