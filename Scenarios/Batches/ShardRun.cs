using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Batches;

/// <summary>A part of a shard while it is run; what is finished is in the file, and needs no place in the memory.</summary>
/// <param name="part">Which.</param>
/// <param name="make">Makes its run.</param>
/// <param name="file">Takes what is finished.</param>
internal sealed class ShardRun(BatchPart part, Func<IRun> make, ShardFile file) : IBranchedWork
{
    private IRun? run;

    public Action<int> Released { private get; set; } = _ => { };

    /// <summary>True when it is in the file.</summary>
    public bool IsThere { get; private set; }

    public IReadOnlyList<int> Begin()
    {
        var made = make();
        run = made;
        made.Released = Released;
        made.Ended = () =>
        {
            file.Add(part, made.Outcome!);
            IsThere = true;
            run = null;
        };
        return made.Begin();
    }

    public void Do(int part) => run!.Do(part);
}
