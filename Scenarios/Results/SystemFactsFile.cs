namespace FlowSim.Scenarios.Results;

/// <summary>system.json: the properties of <see cref="SystemFacts"/>.</summary>
public static class SystemFactsFile
{
    public const string Name = "system.json";

    public static void Write(Stream stream, SystemFacts facts) => ResultJson.Write(stream, facts);
}
