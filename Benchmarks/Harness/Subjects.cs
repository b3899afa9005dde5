using FlowSim.Benchmarks.Twins;
using FlowSim.Benchmarks.Workloads;

namespace FlowSim.Benchmarks.Harness;

/// <summary>The subjects of one workload; the first is the limit.</summary>
internal static class Subjects
{
    public const double KernelTarget = 0.85;
    public const double KeyedTarget = 0.65;
    public const double LanguageTarget = 0.4;

    public static IReadOnlyList<Subject> Of(Workload workload, LimitProgram program)
    {
        var limit = new Subject("limit (C++)", workload, seed => program.Run(workload, seed)) { NeedsWarmUp = false };
        var apart = new Subject("limit, arrivals apart", workload, seed => program.Run(workload, seed, "--arrivals-apart"))
        {
            NeedsWarmUp = false,
            SameDrawsAs = limit,
        };
        var keyed = new Subject("limit, keyed draws", workload, seed => program.Run(workload, seed, "--keyed")) { NeedsWarmUp = false };
        var language = new LanguageRun(workload);
        return
        [
            limit,
            apart,
            keyed,
            new Subject("kernel (C#)", workload, seed => Twin(workload, new SequentialDraws((ulong)seed))) { Target = KernelTarget, SameDrawsAs = limit },
            new Subject("kernel, keyed draws", workload, seed => Twin(workload, new KeyedDraws((ulong)seed))) { Target = KeyedTarget, SameDrawsAs = keyed },
            new Subject("model language", workload, language.Run) { Target = LanguageTarget },
        ];
    }

    private static Sample Twin<TDraws>(Workload workload, TDraws draws)
        where TDraws : struct, IDraws =>
        workload.Id == Workload.Mmc.Id ? MmcTwin<TDraws>.Run(draws, workload) : BedBlockingTwin<TDraws>.Run(draws, workload);
}
