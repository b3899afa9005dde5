using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Batches;

/// <summary>A part of a shard while it is run; what is finished is in the file, and needs no place in the memory.</summary>
/// <param name="part">Which.</param>
/// <param name="run">Runs it.</param>
/// <param name="file">Takes what is finished.</param>
internal sealed class ShardRun(BatchPart part, IRun run, ShardFile file) : IBranchedWork
{
    private IRun? run = run;

    public Action<int> Released { private get; set; } = _ => { };

    /// <summary>True when it is in the file.</summary>
    public bool IsThere { get; private set; }

    public IReadOnlyList<int> Begin()
    {
        var own = run!;
        own.Released = Released;
        own.Ended = () =>
        {
            file.Add(part, own.Outcome!);
            IsThere = true;
            run = null;
        };
        return own.Begin();
    }

    public void Do(int part) => run!.Do(part);
}
