using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Properties;

/// <summary>Whatever system comes with FlowSim: with every invariant checked nothing breaks, and nobody is lost.</summary>
[Category("Properties")]
public sealed class LibrarySystemTests
{
    private const int Days = 6;

    [TestCaseSource(typeof(SystemLibrary), nameof(SystemLibrary.Ids))]
    public void Everyone_who_came_is_gone_or_here_with_every_invariant_checked(string id)
    {
        var model = ModelText.CompileLibrary(id);
        var run = Replication.Start(ModelText.Timeline(model), 20170401, 1, paranoid: true);
        for (var day = 2; day <= Days; day += 2)
        {
            run.RunTo(model.Run.Start + (day * SimTime.Day));
            Conservation.Holds(run, model);
        }

        Assert.That(run.Passed.Arrived, Is.Positive);
    }
}
