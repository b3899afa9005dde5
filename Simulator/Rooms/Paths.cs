using FlowSim.Simulator.Measures;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>The short paths of all stages of the model in force.</summary>
internal sealed class Paths
{
    private readonly RunState run;
    private readonly RecorderLayout layout;
    private StagePath[] paths = [];
    private int[] ways = [];

    /// <summary>A way to a stage that an attribute of the patient chooses.</summary>
    public const int ByAttribute = -1;

    /// <summary>The way to the first exit; the others follow downwards.</summary>
    public const int FirstExit = -2;

    /// <param name="run">The run.</param>
    /// <param name="recorder">Knows what is counted.</param>
    /// <param name="areLong">No stage is passed by its short path, which changes nothing, and a test sees to that.</param>
    public Paths(RunState run, Recorder recorder, bool areLong) => (this.run, layout, AreLong) = (run, recorder.Layout, areLong);

    public bool AreLong { get; }

    public ref readonly StagePath this[int stage] => ref paths[stage];

    /// <summary>Settable so that a test can spoil one.</summary>
    public StagePath[] All => paths;

    /// <summary>To be called when a model comes into force.</summary>
    public void Find()
    {
        paths = [.. run.Model.Stages.Select((_, stage) => Fresh(stage))];
        ways = [.. run.Model.Targets.Select(target => target.Exit >= 0 ? FirstExit - target.Exit : target.Stage >= 0 ? target.Stage : ByAttribute)];
    }

    /// <summary>Where a target leads: a stage; from <see cref="FirstExit"/> downwards an exit; or <see cref="ByAttribute"/>.</summary>
    public int WayTo(int target) => ways[target];

    /// <summary>What is found out about a stage now.</summary>
    public StagePath Fresh(int stage) => new(run.Model.Stages[stage], stage, layout, AreLong);
}
