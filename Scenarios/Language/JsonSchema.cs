using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowSim.Scenarios.Language;

/// <summary>
/// The table of keys as a JSON Schema (draft 7, which editors know): names, forms and simple patterns of every file of a system. What it lets pass may still
/// be refused by <c>check</c>, which knows the names and the meaning; what it refuses, <c>check</c> refuses too.
/// </summary>
public sealed class JsonSchema
{
    private const string Draft = "http://json-schema.org/draft-07/schema#";
    private const string LongForm = "long form";

    private static readonly TextKind DigitsInQuotes = new("", @"^\s*\+?\d+\s*$") { Numbers = BareNumbers.None };

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly SortedDictionary<string, JsonObject?> definitions = new(StringComparer.Ordinal);

    /// <summary>True: nothing is required at any depth, and an empty value takes something away.</summary>
    private readonly bool isLayer;

    private JsonSchema(bool isLayer = false) => this.isLayer = isLayer;

    /// <summary>Files that have a schema, the main one first.</summary>
    public static IReadOnlyList<string> Files { get; } = ["system", "part", "layer", "scenario"];

    /// <summary>The schema of a file, as indented text with a line end.</summary>
    /// <param name="file"><c>system</c>: system.yaml; <c>part</c>: a file beside it, in which nothing is required; <c>layer</c>: one that
    /// is laid over a part, or that part; <c>scenario</c>: a file of
    /// scenarios/.</param>
    /// <exception cref="ArgumentException">No file has this name.</exception>
    public static string Of(string file) => file switch
    {
        "system" => new JsonSchema().Write("A system", SystemKeys.Top, isWhole: true),
        "part" => new JsonSchema().Write("A part of a system, in a file beside system.yaml", SystemKeys.Top, isWhole: false),
        "layer" => new JsonSchema(isLayer: true).Write("A part of a system that is laid over another, or has another laid over it", SystemKeys.Top, isWhole: false),
        "scenario" => new JsonSchema().Write("A scenario", ScenarioKeys.Scenario, isWhole: true, ScenarioKeys.Change),
        _ => throw new ArgumentException("one of " + string.Join(", ", Files), nameof(file)),
    };

    /// <param name="items">Of a file that may also be a list: the maps in it.</param>
    private string Write(string title, Section section, bool isWhole, Section? items = null)
    {
        var root = new JsonObject { ["$schema"] = Draft, ["title"] = title };
        foreach (var (name, node) in Map(section, isWhole))
        {
            root[name] = node?.DeepClone();
        }

        if (items is not null)
        {
            root["type"] = new JsonArray("object", "array");
            root["items"] = Value(new MapKind(items));
        }

        var written = new JsonObject();
        foreach (var (name, definition) in definitions)
        {
            written[name] = definition;
        }

        root["definitions"] = written;
        return root.ToJsonString(Indented) + "\n";
    }

    private JsonObject Map(Section section, bool isWhole = true)
    {
        var properties = new JsonObject();
        foreach (var key in section.Keys.Where(key => !key.Hidden && !properties.ContainsKey(key.Name)))
        {
            properties[key.Name] = Property(key);
        }

        foreach (var key in section.Without)
        {
            properties[key.Name] = false;
        }

        var map = new JsonObject { ["type"] = "object", ["properties"] = properties };
        map["additionalProperties"] = section.Others is { } others ? Value(others) : false;
        var required = section.Keys.Where(key => key.Required && isWhole && !isLayer).Select(key => (JsonNode)key.Name).ToArray();
        if (required.Length > 0)
        {
            map["required"] = new JsonArray(required);
        }

        if (section.OneOf.Count > 0 && !isLayer)
        {
            map["allOf"] = new JsonArray([.. section.OneOf.Select(ExactlyOne)]);
        }

        return map;
    }

    private static JsonObject ExactlyOne(IReadOnlyList<Key> keys) =>
        new() { ["oneOf"] = new JsonArray([.. keys.Select(key => new JsonObject { ["required"] = new JsonArray(key.Name) })]) };

    private JsonObject Property(Key key)
    {
        var property = new JsonObject { ["description"] = key.Help };
        if (key.Default.Length > 0)
        {
            property["default"] = key.Default;
        }

        if (key.Example.Length > 0)
        {
            property["examples"] = new JsonArray(key.Example);
        }

        property["allOf"] = new JsonArray(Named(key.Kind));
        return property;
    }

    /// <summary>What stands under a name.</summary>
    private JsonNode Named(ValueKind kind) => isLayer ? Either(Value(kind), new JsonObject { ["type"] = "null" }) : Value(kind);

    private JsonNode Value(ValueKind kind) => kind switch
    {
        TextKind text => Either(Scalar(text), Reference(LongForm, () => Map(ValueKeys.Long))),
        WordKind words => Either(Word(words), Reference(LongForm, () => Map(ValueKeys.Long))),
        CountKind count => Either(Count(count), Scalar(DigitsInQuotes), Reference(LongForm, () => Map(ValueKeys.Long))),
        ListKind { Length: > 0 } list => Pair(list),
        ListKind { IsAlwaysList: true } list => List(list),
        ListKind list => Either(Value(list.Item), List(list)),
        RowsKind rows => Rows(rows),
        MapKind map => Reference(map.Section.Name, () => Map(map.Section)),
        NamesKind names => new JsonObject { ["type"] = "object", ["additionalProperties"] = Named(names.Value) },
        EitherKind either => Reference("any " + either.Name, () => Either([.. either.Forms().Select(Value), .. LongForms(either)])),
        _ => new JsonObject(),
    };

    /// <summary>Also a value that is itself no text may be written long.</summary>
    private IEnumerable<JsonNode> LongForms(EitherKind either) =>
        either.Forms().Any(form => form is TextKind) ? [] : [Reference(LongForm, () => Map(ValueKeys.Long))];

    private static JsonObject Scalar(TextKind kind)
    {
        string[] types = [
            .. new[] { "string", kind.Numbers != BareNumbers.None
                ? "number"
                : "", kind.Numbers == BareNumbers.All && kind.Pattern.Length == 0 ? "boolean"
                : "", kind.MayBeEmpty ? "null"
                : "" }.Where(type => type.Length > 0)];
        var scalar = new JsonObject { ["type"] = types.Length == 1 ? types[0] : new JsonArray([.. types.Select(type => (JsonNode)type)]) };
        if (kind.Pattern.Length > 0)
        {
            scalar["pattern"] = kind.Pattern;
        }

        if (kind.Numbers == BareNumbers.Zero)
        {
            scalar["minimum"] = 0;
            scalar["maximum"] = 0;
        }

        return scalar;
    }

    private static JsonObject Word(WordKind kind)
    {
        var words = kind.Words.Select(word => (JsonNode)word);
        return new JsonObject
        {
            ["enum"] = new JsonArray([.. words, .. kind.Words.Where(word => word is "true" or "false").Select(word => (JsonNode)(word == "true"))]),
        };
    }

    private static JsonObject Count(CountKind kind) => new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = kind.Most };

    private JsonObject List(ListKind list) => new() { ["type"] = "array", ["items"] = Value(list.Item) };

    private JsonObject Pair(ListKind list) => new()
    {
        ["type"] = "array",
        ["items"] = Value(list.Item),
        ["minItems"] = list.Length,
        ["maxItems"] = list.Length,
    };

    private JsonObject Rows(RowsKind rows) => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject { ["type"] = "array", ["items"] = Value(rows.Item), ["minItems"] = rows.Length, ["maxItems"] = rows.Length },
    };

    private static JsonObject Either(params JsonNode[] forms) => new() { ["anyOf"] = new JsonArray(forms) };

    /// <summary>A definition of the schema, made when it is first spoken of.</summary>
    private JsonObject Reference(string name, Func<JsonObject> make)
    {
        var id = name.Replace(' ', '-');
        if (definitions.TryAdd(id, null))
        {
            definitions[id] = make();
        }

        return new JsonObject { ["$ref"] = $"#/definitions/{id}" };
    }
}
