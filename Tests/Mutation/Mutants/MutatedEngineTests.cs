using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Mutation.Mutants;

public sealed class MutatedEngineTests
{
    /// <summary>Stryker takes the mutated engine away when it ends, so a copy is left in <c>bin/mutated</c>.</summary>
    [Test]
    public void The_mutated_engine_is_kept_for_the_judge()
    {
        var engine = typeof(Replication).Assembly;
        if (engine.GetTypes().Any(type => type.Name == "MutantControl"))
        {
            var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "..", "..", "mutated"));
            File.Copy(engine.Location, Path.Combine(folder.FullName, Path.GetFileName(engine.Location)), overwrite: true);
        }

        // Stryker judges everything where no mutant is passed at all, and here only what this line passes.
        Assert.That(UnitWord.Of(PoolKind.Beds, 1), Is.EqualTo("bed"));
    }
}
