using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Properties;

/// <summary>What the whole system needs once it has been running.</summary>
public sealed class CountyMemoryTests
{
    /// <summary>A few arrays grow once more at a new peak; 4 million events, each allocating anything, would take a hundred megabytes [bytes].</summary>
    private const long FewArrays = 100_000;

    private const int Year = 365 * SimTime.Day;

    [Test]
    public void The_second_year_of_the_county_allocates_only_where_something_reaches_a_new_peak()
    {
        var model = County.Model(County.None, isAmple: false);
        var run = Replication.Start(ModelText.Timeline(model), 1, 1);
        run.RunTo(model.Run.Start + Year);
        var before = GC.GetAllocatedBytesForCurrentThread();
        run.RunTo(model.Run.Start + (2 * Year));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That(run.Events, Is.GreaterThan(7_000_000));
        Assert.That(allocated, Is.LessThan(FewArrays), "bytes");
    }
}
