using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FlowSim.Benchmarks.Harness;
using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Benchmarks.County;

/// <summary>Cambridgeshire &amp; Peterborough as the library has it, or with population and capacity a whole number of times as large.</summary>
internal static partial class CountyModel
{
    public const string Id = "cambridgeshire-peterborough";
    private const string Larger = "larger";

    /// <exception cref="LimitException">The library's system has changed, and county-larger.yaml does not fit any more.</exception>
    public static SystemModel Times(int factor)
    {
        var problems = new ProblemList();
        var files = SystemReader.Read(Id, problems);
        if (files is not null && factor > 1)
        {
            files.Scenarios[Larger] = Scenario(factor, problems);
            files = ScenarioApplier.Apply(files, Larger, problems)?.Files;
        }

        var compiled = files is null ? null : SystemCompiler.Compile(files, RunOverrides.None, problems);
        return compiled?.Model ?? throw new LimitException(string.Join('\n', problems.Sorted.Select(ProblemText.Render)));
    }

    /// <summary>Pools whose capacity is not the factor times the other system's, so that a pool added to the library is not forgotten.</summary>
    public static IEnumerable<string> NotScaled(SystemModel one, SystemModel larger, int factor) =>
        one.Pools.Zip(larger.Pools).Where(pair => !pair.First.Unlimited && Highest(pair.Second) != factor * Highest(pair.First))
            .Select(pair => pair.First.Name);

    private static double Highest(PoolModel pool) => pool.Capacity.Patterns.Max(pattern => pattern.Values.Max());

    private static MapNode Scenario(int factor, ProblemList problems)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Systems", "county-larger.yaml");
        var text = Multiple().Replace(File.ReadAllText(file),
            match => (factor * int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture));
        return YamlReader.ReadMap(Encoding.UTF8.GetBytes(text), file, problems) ?? throw new LimitException($"{file} cannot be read");
    }

    [GeneratedRegex("TIMES ([0-9]+)")]
    private static partial Regex Multiple();
}
