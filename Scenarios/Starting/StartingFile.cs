namespace FlowSim.Scenarios.Starting;

/// <summary>A file to be written for somebody who starts.</summary>
/// <param name="Name">Relative to the folder, with forward slashes.</param>
/// <param name="Content">Its bytes.</param>
public sealed record StartingFile(string Name, byte[] Content);
