using System.Text.Json;

namespace FlowSim.Tests.Mutation;

/// <summary>Which test passes which mutants, and how long it takes.</summary>
/// <param name="Known">Names of all tests, of those too that were found too slow to judge.</param>
/// <param name="Static">Mutants passed while a static field is set: they need a process of their own.</param>
/// <param name="AtLoad">Mutants passed while the tests are loaded, such as in making test cases: the tests have to be loaded again.</param>
internal sealed record CoverageMap(List<TestCoverage> Tests, List<string> Known, HashSet<int> Static, HashSet<int> AtLoad)
{
    public static CoverageMap Read(string file) => JsonSerializer.Deserialize<CoverageMap>(File.ReadAllText(file))!;

    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this));

    /// <summary>
    /// Plays every test on the mutated engine without a mutant, once for its code to be compiled and once for its time. One that fails without any mutant
    /// cannot judge and is left out.
    /// </summary>
    public static CoverageMap Measure()
    {
        var mutants = new MutantSwitch();
        FastTests? tests = null;
        var inStatic = mutants.PassedBy(MutantSwitch.SetStaticFields);
        var atLoad = mutants.PassedBy(() => tests = new FastTests());
        var sound = tests!.Names.Where(tests.Passes).ToArray();
        return new CoverageMap([.. sound.Select(name => MeasureTest(name, tests, mutants))], [.. tests.Names], [.. inStatic], [.. atLoad]);
    }

    private static TestCoverage MeasureTest(string name, FastTests tests, MutantSwitch mutants)
    {
        var milliseconds = 0.0;
        var passed = mutants.PassedBy(() => milliseconds = tests.Time(name));
        return new TestCoverage(name, milliseconds, passed);
    }
}

/// <param name="Milliseconds">Processor time of a run [ms].</param>
/// <param name="Mutants">Mutants passed by the test, in order.</param>
internal sealed record TestCoverage(string Name, double Milliseconds, int[] Mutants);
