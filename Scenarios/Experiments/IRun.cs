namespace FlowSim.Scenarios.Experiments;

/// <summary>A replication or a draw; its parts are the scenarios.</summary>
internal interface IRun : IBranchedWork
{
    /// <summary>What is finished; null: nothing that is worth keeping.</summary>
    ReplicationOutcome? Outcome { get; }

    /// <summary>Told once, when all of it is finished.</summary>
    Action Ended { set; }

    /// <summary>What is finished of the scenarios before one; null: nothing that is worth keeping.</summary>
    ReplicationOutcome? Before(int part);
}
