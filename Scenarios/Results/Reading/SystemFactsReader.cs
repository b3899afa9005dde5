using System.Text.Json;

namespace FlowSim.Scenarios.Results.Reading;

/// <summary>Reads system.json.</summary>
internal static class SystemFactsReader
{
    /// <summary>What the file says; where there is none, ids stand for titles and nothing else is known.</summary>
    /// <exception cref="ResultContentException">The file is damaged.</exception>
    public static SystemFacts Read(ResultSource source) =>
        source.Read(SystemFactsFile.Name) is { } bytes ? Read(bytes, source.Display(SystemFactsFile.Name)) : Unknown(source.Run);

    private static SystemFacts Read(byte[] bytes, string file)
    {
        try
        {
            RefuseNulls(bytes, file);
            return JsonSerializer.Deserialize<SystemFacts>(bytes, SystemFactsFile.Json)!;
        }
        catch (JsonException failure)
        {
            // The message ends with path and line, which are told in their place.
            var found = failure.Message.Split(" Path:")[0].Split(" LineNumber:")[0];
            throw ContentProblem.At(file, (int)(failure.LineNumber ?? 0) + 1, failure.Path?.TrimStart('$', '.') ?? "", "the description of a system as FlowSim writes it", found, cause: failure);
        }
    }

    // Nothing in the file is ever null, and a list with null in it would pass unseen.
    private static void RefuseNulls(byte[] bytes, string file)
    {
        var json = new Utf8JsonReader(bytes);
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.Null)
            {
                throw ContentProblem.At(file, ContentProblem.LineOf(bytes, json.TokenStartIndex), "", "the description of a system as FlowSim writes it", "null");
            }
        }
    }

    private static SystemFacts Unknown(RunFacts run) =>
        new() { Id = run.System, Title = run.System, Scenarios = [.. run.Scenarios.Select(id => new ScenarioFacts { Id = id, Title = id })] };
}
