namespace FlowSim.Scenarios.Starting;

/// <summary>What a patient of an area of A&amp;E takes in a first model.</summary>
/// <param name="Name">Such as <c>majors</c>.</param>
/// <param name="Admission">Weight of being admitted, beside the other areas.</param>
/// <param name="Doctor">Time of a doctor [min].</param>
/// <param name="Practitioner">Time of a nurse practitioner [min].</param>
/// <param name="Place">Time in the cubicle [min].</param>
internal sealed record AreaOfAe(string Name, double Admission, double Doctor, double Practitioner, double Place);
