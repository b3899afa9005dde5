using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>After all events of one instant: the pools that changed are served in order of name, again until none changes ("One instant").</summary>
internal sealed class Settling
{
    private const int None = -1;

    private readonly RunState run;
    private readonly Agenda agenda;
    private readonly Exchange exchange;
    private readonly Patience patience;
    private readonly Serving serving;

    public Settling(RunState run, Agenda agenda, Exchange exchange, Patience patience, Serving serving)
    {
        (this.run, this.agenda, this.exchange, this.patience, this.serving) = (run, agenda, exchange, patience, serving);
    }

    public void Settle()
    {
        var again = !agenda.IsEmpty;
        while (again)
        {
            agenda.ServesInOrder = true;
            ServeDirty();
            agenda.ServesInOrder = false;

            // Places are exchanged when nobody can be served any more and it is known when those who began to wait give up.
            again = (agenda.BegunWaits > 0 && patience.LookAtBegunWaits()) || (agenda.Blocked.Count > 0 && exchange.ExchangePlaces());
        }

        agenda.ServesInOrder = false;
    }

    private void ServeDirty()
    {
        while (agenda.HasDirty)
        {
            // Pools of a higher index that change on the way are served in the same pass, lower ones in the next.
            for (var pool = agenda.TakeDirty(0); pool != None; pool = agenda.TakeDirty(pool + 1))
            {
                serving.Serve(pool);
            }
        }
    }
}
