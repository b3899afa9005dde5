using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results.Tables;

namespace FlowSim.Scenarios.Results.Reading;

/// <summary>
/// Reads a JSON file into a record. Before that it goes through the file with the record's properties in hand, so that what is not of their kind, or
/// missing, is told with line, property, what was expected and what was found. What the record does not know is passed over: a newer version wrote it.
/// </summary>
internal sealed class JsonShape
{
    // Far more than any run: ten thousand years.
    private const double MostSeconds = 3_652_500.0 * 24 * 60 * 60;

    private readonly byte[] bytes;
    private readonly string file;

    private JsonShape(byte[] bytes, string file)
    {
        this.bytes = bytes;
        this.file = file;
    }

    /// <param name="bytes">The file.</param>
    /// <param name="file">Its path as the user knows it.</param>
    /// <exception cref="ResultContentException">It is damaged.</exception>
    public static T Read<T>(byte[] bytes, string file)
    {
        try
        {
            var json = new Utf8JsonReader(bytes);
            json.Read();
            new JsonShape(bytes, file).DemandValue(ref json, ResultJson.Options.GetTypeInfo(typeof(T)), mayBeNull: false, "");
            return JsonSerializer.Deserialize<T>(bytes, ResultJson.Options)!;
        }
        catch (JsonException failure)
        {
            throw ContentProblem.NoJson(file, failure);
        }
        catch (InvalidOperationException failure)
        {
            throw ContentProblem.At(file, 0, "", "text in UTF-8", failure.Message, cause: failure);
        }
    }

    private void DemandValue(ref Utf8JsonReader json, JsonTypeInfo type, bool mayBeNull, string path)
    {
        if (mayBeNull && json.TokenType == JsonTokenType.Null)
        {
            return;
        }

        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object:
                DemandToken(ref json, JsonTokenType.StartObject, type, path);
                DemandProperties(ref json, type, path);
                break;
            case JsonTypeInfoKind.Dictionary:
                DemandToken(ref json, JsonTokenType.StartObject, type, path);
                DemandEntries(ref json, type, path);
                break;
            case JsonTypeInfoKind.Enumerable:
                DemandToken(ref json, JsonTokenType.StartArray, type, path);
                DemandItems(ref json, type, path);
                break;
            default:
                if (WhatElse(ref json, type.Type) is { } expected)
                {
                    throw Problem(ref json, path, expected);
                }

                break;
        }
    }

    private void DemandProperties(ref Utf8JsonReader json, JsonTypeInfo type, string path)
    {
        var start = json.TokenStartIndex;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            var property = type.Properties.FirstOrDefault(one => one.Name == name && one.Set is not null);
            json.Read();
            seen.Add(name);
            if (property is null)
            {
                json.Skip();
                continue;
            }

            DemandValue(ref json, type.Options.GetTypeInfo(property.PropertyType), property.CustomConverter is NumberOrNullConverter, Inside(path, name));
        }

        if (type.Properties.FirstOrDefault(one => IsRequired(one) && !seen.Contains(one.Name)) is { } missing)
        {
            var kind = Kind(type.Options.GetTypeInfo(missing.PropertyType));
            throw ContentProblem.At(file, ContentProblem.LineOf(bytes, start), Inside(path, missing.Name), kind, "");
        }
    }

    private void DemandEntries(ref Utf8JsonReader json, JsonTypeInfo type, string path)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            DemandValue(ref json, type.Options.GetTypeInfo(type.ElementType!), mayBeNull: false, Inside(path, name));
        }
    }

    private void DemandItems(ref Utf8JsonReader json, JsonTypeInfo type, string path)
    {
        for (var number = 1; json.Read() && json.TokenType != JsonTokenType.EndArray; number++)
        {
            DemandValue(ref json, type.Options.GetTypeInfo(type.ElementType!), mayBeNull: false, FormattableString.Invariant($"{path}[{number}]"));
        }
    }

    private void DemandToken(ref Utf8JsonReader json, JsonTokenType token, JsonTypeInfo type, string path)
    {
        if (json.TokenType != token)
        {
            throw Problem(ref json, path, Kind(type));
        }
    }

    private ResultContentException Problem(ref Utf8JsonReader json, string path, string expected)
    {
        var start = (int)json.TokenStartIndex;
        json.Skip();
        var found = Encoding.UTF8.GetString(bytes, start, (int)json.BytesConsumed - start);
        return ContentProblem.At(file, ContentProblem.LineOf(bytes, start), path, expected, found);
    }

    private static bool IsRequired(JsonPropertyInfo property) => property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false };

    private static string Inside(string path, string name) => path.Length > 0 ? $"{path}.{name}" : name;

    /// <summary>What a single value should be in place of what it is; null for one that is right.</summary>
    private static string? WhatElse(ref Utf8JsonReader json, Type type)
    {
        if (type == typeof(string))
        {
            return json.TokenType == JsonTokenType.String ? null : "text";
        }

        if (type == typeof(bool))
        {
            return json.TokenType is JsonTokenType.True or JsonTokenType.False ? null : "true or false";
        }

        if (type == typeof(DateTimeOffset))
        {
            return json.TokenType == JsonTokenType.String && StartConverter.TryParse(json.GetString()!, out _) ? null : Kind(type);
        }

        return json.TokenType == JsonTokenType.Number ? WhatOtherNumber(ref json, type) : Kind(type);
    }

    private static string? WhatOtherNumber(ref Utf8JsonReader json, Type type)
    {
        if (type == typeof(double))
        {
            return double.IsFinite(json.GetDouble()) ? null : "a finite number";
        }

        if (type == typeof(TimeSpan))
        {
            return json.GetDouble() is >= 0 and <= MostSeconds ? null : FormattableString.Invariant($"a number from 0 to {MostSeconds:0}");
        }

        if (type == typeof(ulong))
        {
            return json.TryGetUInt64(out _) ? null : "a whole number from 0 to 2⁶⁴ − 1";
        }

        var isWhole = type == typeof(int) ? json.TryGetInt32(out var count) && count >= 0 : json.TryGetInt64(out var many) && many >= 0;
        return isWhole ? null : "a whole number, not negative";
    }

    private static string Kind(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object => "an object",
        JsonTypeInfoKind.Dictionary => "numbers by name",
        JsonTypeInfoKind.Enumerable => type.ElementType == typeof(string) ? "a list of texts" : "a list of objects",
        _ => Kind(type.Type),
    };

    private static string Kind(Type type) =>
        type == typeof(string) ? "text"
        : type == typeof(bool) ? "true or false"
        : type == typeof(DateTimeOffset) ? "a date and time, such as 2017-04-01T09:00:00+00:00"
        : type == typeof(double) || type == typeof(TimeSpan) ? "a number"
        : "a whole number";
}
