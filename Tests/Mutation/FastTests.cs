using NUnit;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace FlowSim.Tests.Mutation;

/// <summary>The tests of this program, each run by its name.</summary>
internal sealed class FastTests
{
    private readonly NUnitTestAssemblyRunner runner = new(new DefaultTestAssemblyBuilder());
    private readonly Dictionary<string, string> ids = [];

    public FastTests()
    {
        var root = runner.Load(typeof(FastTests).Assembly, new Dictionary<string, object>
        {
            [FrameworkPackageSettings.NumberOfTestWorkers] = 0,
            [FrameworkPackageSettings.RunOnMainThread] = true,
            [FrameworkPackageSettings.SynchronousEvents] = true,
        });
        Register(root);
    }

    public IEnumerable<string> Names => ids.Keys;

    /// <summary>Whether the test passes. One that is not there says nothing against a mutant: its name may have come from the engine.</summary>
    public bool Passes(string name)
    {
        if (!ids.TryGetValue(name, out var id))
        {
            return true;
        }

        var result = runner.Run(TestListener.NULL, TestFilter.FromXml($"<filter><id>{id}</id></filter>"));
        return result.FailCount == 0 && result.PassCount == 1;
    }

    /// <summary>Processor time of one run of a test [ms].</summary>
    public double Time(string name)
    {
        var start = ProcessorTime();
        Passes(name);
        return ProcessorTime() - start;
    }

    /// <summary>Processor time of this process so far [ms].</summary>
    public static double ProcessorTime() => Environment.CpuUsage.TotalTime.TotalMilliseconds;

    private void Register(ITest test)
    {
        if (!test.IsSuite)
        {
            ids[test.FullName] = test.Id;
        }

        foreach (var child in test.Tests)
        {
            Register(child);
        }
    }
}
