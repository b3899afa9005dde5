namespace FlowSim.Scenarios.Starting;

/// <summary>A published figure of a trust, or of England where the trust has none.</summary>
/// <param name="Name">Such as <c>ga_open</c>.</param>
/// <param name="Year">A year from April, or its winter: <c>2016/17</c>.</param>
/// <param name="Number">In its unit.</param>
/// <param name="Unit">As a reader sees it.</param>
/// <param name="Status">measured, cited, derived or assumed.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="Note">What a reader has to know of it.</param>
/// <param name="IsOwn">False for England's.</param>
internal sealed record TrustFigure(string Name, string Year, double Number, string Unit, string Status, string Source, string Note, bool IsOwn);
