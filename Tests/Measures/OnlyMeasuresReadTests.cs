using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Analytic;
using FlowSim.Tests.Loading;

namespace FlowSim.Tests.Measures;

/// <summary>A run of which some declared measures are read has these, and what every stage and pool has, to the last digit.</summary>
public sealed class OnlyMeasuresReadTests
{
    private const string Id = "cambridgeshire-peterborough";
    private static readonly SystemFiles Files = SystemReader.Read(Id, new ProblemList())!;
    private static readonly SystemModel All = Compile(null);
    private static readonly IReadOnlyList<string> Declared = [.. All.Measures.Measures.Select(measure => measure.Id)];

    /// <summary>Every third, so that a sum, a quantile, a mean and a difference are read without what stands beside them.</summary>
    [Test]
    public void The_measures_that_are_read_are_the_same_and_the_others_are_not_there([Values(0, 1, 2)] int first)
    {
        var read = Declared.Where((_, at) => at % 3 == first).ToList();
        var (whole, part) = (Run(All), Run(Compile(read)));
        Assert.That(part.Rows, Is.EqualTo(whole.Rows.Where(row => !Declared.Contains(row.Measure) || read.Contains(row.Measure))));
        Assert.That(part.Rows.Select(row => row.Measure).Intersect(Declared), Is.EquivalentTo(read));
        Assert.That(part.Flows, Is.EqualTo(whole.Flows));
    }

    [Test]
    public void Series_are_left_out_with_them()
    {
        Assert.That(Run(All).Timelines, Is.Not.Empty);
        Assert.That(Run(Compile([Declared[0]])).Timelines, Is.Empty);
    }

    [Test]
    public void Less_is_recorded()
    {
        var few = Compile([Declared[0]]);
        Assert.That(few.Measures.Quantities.Length, Is.LessThan(All.Measures.Quantities.Length / 10));
        Assert.That(few.Measures.Quantities.Select((quantity, at) => quantity.Id == at), Has.All.True);
    }

    [Test]
    public void A_measure_that_has_a_problem_is_told_though_nobody_reads_it()
    {
        using var system = TemporarySystem.With((SystemFolder.MainFile, """
            system: small
            run: { starts: Mon 00:00, lasts: 10 d, begin: empty }
            streams:
              patients: { to: service, rate: 3 per d }
            stages:
              service: { time: 1 h, then: leave }
            measures:
              good: { entries: service, per: day }
              bad: { entries: nowhere, per: day }
            """));
        SystemCompiler.Compile(system.Read()!, RunOverrides.None with { OnlyMeasures = ["good"] }, system.Problems);
        Assert.That(system.Problems.Sorted.Select(problem => problem.Path), Is.EqualTo(new[] { "measures.bad.entries" }), system.Printed);
    }

    private static SystemModel Compile(IReadOnlyList<string>? only) =>
        SystemCompiler.Compile(Files, RunOverrides.None with { OnlyMeasures = only }, new ProblemList())!.Model;

    private static ReplicationResult Run(SystemModel model) =>
        Replication.Start(ModelText.Timeline(model), 5, 1, paranoid: true).Measure(model.Run.Start, model.Run.Start + (9 * SimTime.Day));
}
