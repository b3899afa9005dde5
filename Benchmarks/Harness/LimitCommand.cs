using FlowSim.Benchmarks.County;
using FlowSim.Benchmarks.Workloads;

namespace FlowSim.Benchmarks.Harness;

/// <summary><c>limit</c>: everything against the C++ program, in one run.</summary>
internal static class LimitCommand
{
    private const double QuietLoad = 0.3;

    /// <summary>Exit code: 0, or 1 when the comparison cannot be made. A target that is not met is a result, not a failure.</summary>
    public static int Run(IReadOnlyList<string> words)
    {
        try
        {
            Run(LimitOptions.Of(words));
            return 0;
        }
        catch (LimitException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
    }

    private static void Run(LimitOptions options)
    {
        var program = LimitProgram.Build();
        var loadBefore = Machine.Load();
        var comparisons = Workloads(options).Select(workload => new LimitComparison(workload, program, options.Only)).ToList();
        var county = options.County ? new CountyComparison(options.Quick) : null;
        comparisons.ForEach(comparison => comparison.WarmUp());
        county?.WarmUp();
        for (var repeat = 0; repeat < options.Repeats; repeat++)
        {
            Console.Error.WriteLine($"repeat {repeat + 1} of {options.Repeats}");
            comparisons.ForEach(comparison => comparison.TakeSamples(repeat));
            county?.TakeSamples();
        }

        var agreement = string.Join('\n', comparisons.Select(comparison => comparison.AgreementTable()));
        Console.WriteLine(agreement);
        Refuse([.. comparisons.SelectMany(comparison => comparison.Problems())]);
        List<ResultLine> lines =
            [.. comparisons.SelectMany(comparison => comparison.Lines()), .. county?.Lines(comparisons[^1].Limit.NanosecondsPerEvent()) ?? []];
        Console.WriteLine(ResultsFile.Table(lines));
        if (Caution(options, loadBefore) is { Length: > 0 } caution)
        {
            Console.WriteLine(caution);
        }

        if (options.Write)
        {
            Console.WriteLine($"wrote {ResultsFile.Write(options, program, Caution(options, loadBefore), lines, agreement)}");
        }
    }

    private static IEnumerable<Workload> Workloads(LimitOptions options) =>
        new[] { Workload.Mmc, Workload.BedBlocking }.Select(workload => options.Quick ? workload.Quick : workload);

    private static void Refuse(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new LimitException("They do not simulate the same, so no ratio is given.\n" + string.Join('\n', problems));
        }
    }

    private static string Caution(LimitOptions options, double? loadBefore)
    {
        var busy = loadBefore > QuietLoad
            ? FormattableString.Invariant(
                $"Caution: the machine was busy before the run began (load {loadBefore:F2}); times and ratios may be off by a quarter and more. ")
            : "";
        return (busy + (options.Quick ? "Caution: --quick, samples too small to quote." : "")).Trim();
    }
}
