using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using FlowSim.Benchmarks.Harness;
using FlowSim.Benchmarks.Stress;

if (args is ["limit", ..])
{
    return LimitCommand.Run(args[1..]);
}

if (args is ["stress", ..])
{
    return StressCommand.Run(args[1..]);
}

if (args is [StressRun.Word, ..])
{
    return StressRun.Run(args);
}

if (args is ["ledger", ..])
{
    return FlowSim.Benchmarks.County.LedgerCost.Run();
}

if (args is ["years", ..])
{
    return FlowSim.Benchmarks.County.YearsOfSystems.Run(args[1..]);
}

if (args is ["merge", ..])
{
    return FlowSim.Benchmarks.Merging.MergeCommand.Run(args);
}

// In process: the default toolchain of BenchmarkDotNet 0.14 does not know net10.0.
var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(FlowSim.Benchmarks.EventListBenchmarks).Assembly).Run(args, config);
return 0;
