namespace FlowSim.Benchmarks.SimSharp;

/// <summary>All that chance decides about a patient of the bed-blocking model, before anything is simulated.</summary>
/// <param name="ArrivesAt">[s]</param>
/// <param name="Rank">1 is served first.</param>
/// <param name="WardStay">Once in a bed of the ward [s].</param>
/// <param name="GoesOn">To the community unit.</param>
/// <param name="CommunityStay">Once in a bed there [s].</param>
internal readonly record struct PatientPlan(int ArrivesAt, int Rank, int WardStay, bool GoesOn, int CommunityStay);
