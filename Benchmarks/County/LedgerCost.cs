using System.Globalization;
using FlowSim.Benchmarks.Harness;
using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Savings.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Benchmarks.County;

/// <summary>
/// <c>ledger</c>: what recording for the ledger of savings costs a run, in pairs: the county with the demand for wards and every measure that a price counts,
/// and the same without the demand and without those of these measures that nothing else asks for.
/// </summary>
internal static class LedgerCost
{
    private const int Pairs = 15;
    private const int SpinUp = 60;
    private const int Days = 60;

    /// <summary>Prints the ratio of each pair's times, and their median and quartiles; exit code 0.</summary>
    public static int Run()
    {
        var (with, left) = Models();
        var (all, few) = (new CountyRun(with, 1, SpinUp, Days), new CountyRun(left.Model, 1, SpinUp, Days));
        Console.WriteLine($"without: {string.Join(", ", left.Removed)}");
        all.Run();
        few.Run();
        var ratios = new List<double>();
        for (var pair = 0; pair < Pairs; pair++)
        {
            // Which comes first takes turns.
            var first = (pair % 2 == 0 ? all : few).Run().Seconds;
            var second = (pair % 2 == 0 ? few : all).Run().Seconds;
            ratios.Add(pair % 2 == 0 ? first / second : second / first);
        }

        ratios.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"with what the ledger records ÷ without, {Pairs} pairs of {Days} days: median {ratios[Pairs / 2]:0.000}, quartiles {ratios[Pairs / 4]:0.000} to {ratios[3 * Pairs / 4]:0.000}"));
        return 0;
    }

    private static (SystemModel With, (SystemModel Model, IReadOnlyList<string> Removed) Without) Models()
    {
        var problems = new ProblemList();
        var files = SystemReader.Read(CountyModel.Id, problems) ?? throw new LimitException("the county cannot be read");
        var demand = RunOverrides.None with { Demands = LedgerReader.DemandOf(files) is { } wards ? [wards] : [] };
        var with = Compiled(files, demand) ?? throw new LimitException("the county cannot be compiled");
        var removed = new List<string>();
        var without = with;
        var costs = files.Costs ?? throw new LimitException("the county has no prices");
        var counts = Array.IndexOf(costs.Columns, "counts");
        foreach (var measure in costs.Rows.Select(row => row.Cells[counts].Split(' ')[0]).Distinct())
        {
            var copy = SystemCopy.Of(files);
            if (copy.Root["measures"] is MapNode measures && measures.Has(measure))
            {
                measures.Remove(measure);
                if (Compiled(copy, RunOverrides.None) is { } model)
                {
                    (files, without) = (copy, model);
                    removed.Add(measure);
                }
            }
        }

        return (with, (without, removed));
    }

    private static SystemModel? Compiled(SystemFiles files, RunOverrides overrides) => SystemCompiler.Compile(files, overrides, new ProblemList())?.Model;
}
