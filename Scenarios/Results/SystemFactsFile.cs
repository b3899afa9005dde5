using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowSim.Scenarios.Results;

/// <summary>system.json: the properties of <see cref="SystemFacts"/> in their order, with snake_case names.</summary>
public static class SystemFactsFile
{
    public const string Name = "system.json";

    internal static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };

    /// <summary>Writes the facts: two spaces, LF, UTF-8 without a byte order mark.</summary>
    public static void Write(Stream stream, SystemFacts facts)
    {
        JsonSerializer.Serialize(stream, facts, Json);
        stream.WriteByte((byte)'\n');
    }
}
