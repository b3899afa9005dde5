namespace FlowSim.Scenarios.Starting;

/// <summary>How patients come to A&amp;E in a first model.</summary>
/// <param name="Name">As England's tables name it.</param>
/// <param name="Hours">Their column of England's hours of arrival.</param>
/// <param name="Admission">Weight of being admitted, beside the other modes.</param>
/// <param name="Share">The figure that is their share of arrivals; empty: the rest.</param>
/// <param name="Rate">What the template calls their arrivals a day.</param>
internal sealed record ModeOfArrival(string Name, string Hours, double Admission, string Share, string Rate);
