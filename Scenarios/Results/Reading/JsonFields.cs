using System.Globalization;
using System.Text.Json;

namespace FlowSim.Scenarios.Results.Reading;

/// <summary>An object of a JSON file whose fields have to be there and of their kind.</summary>
/// <param name="element">The object.</param>
/// <param name="file">The file's path as the user knows it.</param>
/// <param name="path">Path of the object in the file, or empty for the whole.</param>
internal sealed class JsonFields(JsonElement element, string file, string path)
{
    public string Text(string name) => Field(name, JsonValueKind.String, "text").GetString()!;

    /// <summary>The text; empty when it is missing or no text.</summary>
    public string TextOrEmpty(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.String ? field.GetString()! : "";

    /// <summary>False for what an earlier version did not write.</summary>
    public bool Has(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out _);

    /// <summary>A number that can be counted with.</summary>
    public double Number(string name)
    {
        var field = Field(name, JsonValueKind.Number, "a number");
        return field.GetDouble() is var value && double.IsFinite(value) ? value : throw Problem(name, "a finite number", field.GetRawText());
    }

    /// <summary>A length of time in some unit: from 0 to so much.</summary>
    public double Length(string name, double most) =>
        Number(name) is var value and >= 0 && value <= most ? value : throw Problem(name, FormattableString.Invariant($"a number from 0 to {most:0}"), Found(name));

    /// <summary>A date, or an empty text.</summary>
    public string Date(string name) =>
        Text(name) is var date && (date.Length == 0 || (DateOnly.TryParseExact(date, TimeLabel.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day > DateOnly.MinValue))
            ? date
            : throw Problem(name, "a date, such as 2017-04-01, or an empty text", date);

    /// <summary>NaN for <c>null</c>.</summary>
    public double NumberOrNaN(string name) => element.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.Null ? double.NaN : Number(name);

    public int Whole(string name)
    {
        var field = Field(name, JsonValueKind.Number, "a whole number");
        return field.TryGetInt32(out var value) && value >= 0 ? value : throw Problem(name, "a whole number, not negative", field.GetRawText());
    }

    public ulong Seed(string name)
    {
        var field = Field(name, JsonValueKind.Number, "a whole number");
        return field.TryGetUInt64(out var value) ? value : throw Problem(name, "a whole number from 0 to 2⁶⁴ − 1", field.GetRawText());
    }

    public bool Flag(string name) => element.TryGetProperty(name, out var field) && field.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? field.GetBoolean()
        : throw Problem(name, "true or false", Found(name));

    public bool FlagOr(string name, bool otherwise) => element.TryGetProperty(name, out _) ? Flag(name) : otherwise;

    public IReadOnlyList<string> Texts(string name) =>
        [.. Field(name, JsonValueKind.Array, "a list of texts").EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Problem(name, "a list of texts", item.GetRawText()))];

    /// <summary>The objects of a list.</summary>
    public IEnumerable<JsonFields> List(string name) =>
        Field(name, JsonValueKind.Array, "a list").EnumerateArray().Select((item, index) => item.ValueKind == JsonValueKind.Object
            ? new JsonFields(item, file, FormattableString.Invariant($"{Path(name)}[{index + 1}]"))
            : throw Problem(name, "a list of objects", item.GetRawText()));

    /// <summary>Whole numbers by name, in written order.</summary>
    public IReadOnlyDictionary<string, int> WholeByName(string name)
    {
        var map = new JsonFields(Field(name, JsonValueKind.Object, "numbers by name"), file, Path(name));
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in Field(name, JsonValueKind.Object, "numbers by name").EnumerateObject())
        {
            numbers[entry.Name] = map.Whole(entry.Name);
        }

        return numbers;
    }

    /// <summary>What is wrong with a field.</summary>
    public ResultContentException Problem(string name, string expected, string found) => ContentProblem.At(file, 0, Path(name), expected, found);

    private JsonElement Field(string name, JsonValueKind kind, string expected) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var field) && field.ValueKind == kind ? field : throw Problem(name, expected, Found(name));

    private string Found(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var field) ? field.GetRawText() : "";

    private string Path(string name) => path.Length > 0 ? $"{path}.{name}" : name;
}
