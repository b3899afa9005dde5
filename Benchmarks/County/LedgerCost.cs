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
    private const int Rounds = 201;
    private const int SpinUp = 60;
    private const int Days = 20;

    /// <summary>
    /// Prints the ratio of the lower quartiles of the times, and the quartiles of the ratio of the times that stand side by side; exit code 0.
    /// </summary>
    public static int Run()
    {
        var (with, demandless, left) = Models();
        Console.WriteLine($"without: {string.Join(", ", left.Removed)}");
        var runs = new[] { left.Model, demandless, with }.Select(model => new CountyRun(model, 1, SpinUp, Days)).ToList();
        runs.ForEach(run => run.Run());
        var times = runs.ConvertAll(_ => new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            // Which comes first takes turns.
            for (var turn = 0; turn < runs.Count; turn++)
            {
                var which = (round + turn) % runs.Count;
                times[which].Add(runs[which].Run().Seconds);
            }
        }

        Print("measures that a price counts ÷ without them", times[1], times[0]);
        Print("the wards' demand too ÷ without it", times[2], times[1]);
        Print("all that the ledger records ÷ without", times[2], times[0]);
        return 0;
    }

    private static void Print(string what, List<double> with, List<double> without)
    {
        var ratios = with.Zip(without, (one, other) => one / other).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}, {Rounds} rounds of {Days} days: {Quartile(with) / Quartile(without):0.000}; side by side {ratios[Rounds / 4]:0.000} to {ratios[3 * Rounds / 4]:0.000}"));
    }

    /// <summary>Of the times the lower quartile: other work on the machine only makes a sample slower [s].</summary>
    private static double Quartile(IEnumerable<double> times) => times.Order().ElementAt(Rounds / 4);

    private static (SystemModel With, SystemModel Demandless, (SystemModel Model, IReadOnlyList<string> Removed) Without) Models()
    {
        var problems = new ProblemList();
        var files = SystemReader.Read(CountyModel.Id, problems) ?? throw new LimitException("the county cannot be read");
        var demand = RunOverrides.None with { Demands = LedgerReader.DemandOf(files) is { } wards ? [wards] : [] };
        var with = Compiled(files, demand) ?? throw new LimitException("the county cannot be compiled");
        var demandless = Compiled(files, RunOverrides.None) ?? throw new LimitException("the county cannot be compiled");
        var removed = new List<string>();
        var without = demandless;
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

        return (with, demandless, (without, removed));
    }

    private static SystemModel? Compiled(SystemFiles files, RunOverrides overrides) => SystemCompiler.Compile(files, overrides, new ProblemList())?.Model;
}
