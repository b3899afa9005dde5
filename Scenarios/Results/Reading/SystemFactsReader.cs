namespace FlowSim.Scenarios.Results.Reading;

/// <summary>Reads system.json.</summary>
internal static class SystemFactsReader
{
    /// <summary>What the file says; where there is none, ids stand for titles and nothing else is known.</summary>
    /// <exception cref="ResultContentException">The file is damaged.</exception>
    public static SystemFacts Read(ResultSource source) =>
        source.Read(SystemFactsFile.Name) is { } bytes ? JsonShape.Read<SystemFacts>(bytes, source.Display(SystemFactsFile.Name)) : Unknown(source.Run);

    private static SystemFacts Unknown(RunFacts run) =>
        new() { Id = run.System, Title = run.System, Scenarios = [.. run.Scenarios.Select(id => new ScenarioFacts { Id = id, Title = id })] };
}
