using FlowSim.Simulator.Model;
using FlowSim.Simulator.Saving;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Kernel;

/// <summary>Keeping a run for later: what is saved with a state is what each part of it transfers.</summary>
public sealed partial class Replication
{
    /// <summary>Saves a run whose window has just closed, so that it can be branched another time.</summary>
    /// <param name="to">Takes it.</param>
    public void Save(BinaryWriter to) => Transfer(new StateStream(to));

    /// <summary>A run as it was saved. It can be branched, and do nothing else.</summary>
    /// <param name="system">The scenario under which it was saved.</param>
    /// <param name="seed">Seed of the experiment.</param>
    /// <param name="number">Replication, from 1.</param>
    /// <param name="from">Where it stands.</param>
    /// <exception cref="InvalidDataException">It was saved of another system.</exception>
    /// <exception cref="EndOfStreamException">It is not whole.</exception>
    public static Replication Load(SystemTimeline system, ulong seed, int number, BinaryReader from)
    {
        var model = system.First;
        var patients = new PatientStore(model.Attributes.Length, model.Clocks.Length, model.StageTemplates.Length);
        var loaded = new Replication(new RunState(system, model, seed, number, patients, new HoldingStore()), null, isChecked: false, takesLongPaths: false);
        loaded.Transfer(new StateStream(from));
        return loaded;
    }

    private void Transfer(StateStream state)
    {
        run.Transfer(state);
        engine.Arrivals.Transfer(state);
        recorder.Transfer(state);
        closedAt = state.Value(closedAt);
    }
}
