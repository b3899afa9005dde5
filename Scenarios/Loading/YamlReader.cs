using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FlowSim.Scenarios.Loading;

/// <summary>
/// Reads the part of YAML that the language uses, keeping line and column: one document of maps with text keys, lists and scalars.
/// Anchors, aliases and tags are refused, so no text can grow when it is read.
/// </summary>
internal sealed class YamlReader
{
    private const int DeepestNesting = 64;
    private readonly IParser parser;
    private readonly string file;
    private readonly ProblemList problems;

    private YamlReader(IParser parser, string file, ProblemList problems)
    {
        this.parser = parser;
        this.file = file;
        this.problems = problems;
    }

    /// <summary>The map a file holds; null if it cannot be read, with the problems said.</summary>
    /// <param name="file">Name in problems, relative to the system's folder.</param>
    public static MapNode? ReadMap(byte[] bytes, string file, ProblemList problems)
    {
        var node = Read(bytes, file, problems);
        if (node is null or MapNode)
        {
            return (MapNode?)node;
        }

        problems.Error(node.Where, "", "a map of sections, such as \"stages:\"", node.Kind);
        return null;
    }

    /// <summary>What a file holds; null if it cannot be read, with the problems said.</summary>
    public static Node? Read(byte[] bytes, string file, ProblemList problems)
    {
        if (Utf8Text.Decode(bytes, file, problems) is not { } text || HasTabs(text, file, problems))
        {
            return null;
        }

        using var reader = new StringReader(text);
        var scanner = new Scanner(reader, skipComments: true);
        try
        {
            return new YamlReader(new Parser(scanner), file, problems).ReadDocument();
        }
        catch (YamlException exception)
        {
            Refuse(exception.Start, FirstLine(exception.Message));
        }
        catch (InvalidOperationException)
        {
            // The scanner gives up in this way on some broken flow maps.
            Refuse(scanner.CurrentPosition, "text that breaks off");
        }

        return null;

        void Refuse(in Mark mark, string received) =>
            problems.Error(new SourceLocation(file, (int)mark.Line, (int)mark.Column), "", "YAML that can be read", received, HintFor(text, (int)mark.Line));
    }

    private static bool HasTabs(string text, string file, ProblemList problems)
    {
        var found = false;
        var line = 0;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            line++;
            var start = content.Length - content.TrimStart().Length;
            var tab = content[..start].IndexOf('\t');
            if (tab >= 0 && start < content.Length)
            {
                problems.Error(new SourceLocation(file, line, tab + 1), "", "spaces at the start of the line", "a tab",
                    "Indent with spaces: YAML allows no tabs.");
                found = true;
            }
        }

        return found;
    }

    private static string FirstLine(string message) => message.Split('\n')[0].Trim();

    private static string HintFor(string text, int line)
    {
        var lines = text.Split('\n');
        var here = line >= 1 && line <= lines.Length ? lines[line - 1] : "";
        var special = here.Contains('*', StringComparison.Ordinal) || here.Contains('%', StringComparison.Ordinal)
            || here.Contains('@', StringComparison.Ordinal);
        return special
            ? "Put text that starts with *, %, @, & or ! in quotation marks, and look for a missing comma or bracket."
            : "Look for a missing colon, quotation mark, comma or bracket on this line or the one before.";
    }

    private Node? ReadDocument()
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
        {
            problems.Error(new SourceLocation(file, 1, 1), "", "a map of sections, such as \"stages:\"", "an empty file");
            return null;
        }

        parser.Consume<DocumentStart>();
        var node = ReadNode("", 0);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
        {
            problems.Error(At(second.Start), "", "one document in a file", "a second document", "Split the file at the line \"---\".");
            return null;
        }

        return node;
    }

    private Node ReadNode(string path, int depth)
    {
        var here = parser.Current ?? throw new YamlException("The text ends too early");
        RefuseSpecials(here, path);
        if (depth > DeepestNesting)
        {
            throw new YamlException(here.Start, here.End, $"Nested more than {DeepestNesting} deep");
        }

        if (parser.TryConsume<MappingStart>(out var map))
        {
            return ReadMapping(map, path, depth);
        }

        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            return ReadSequence(sequence, path, depth);
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return new ScalarNode("*" + alias.Value, At(alias.Start));
        }

        return ReadScalar(path);
    }

    private ListNode ReadSequence(SequenceStart start, string path, int depth)
    {
        var list = new ListNode(At(start.Start));
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            list.Items.Add(ReadNode($"{path}[{list.Items.Count + 1}]", depth + 1));
        }

        return list;
    }

    private MapNode ReadMapping(MappingStart start, string path, int depth)
    {
        var map = new MapNode(At(start.Start));
        var first = new Dictionary<string, SourceLocation>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadKey(path);
            var inner = path.Length == 0 ? key.Text : path + "." + key.Text;
            RefuseTruth(key, inner, isKey: true);
            var value = ReadNode(inner, depth + 1);
            if (first.TryGetValue(key.Text, out var before))
            {
                problems.Error(key.Where, inner, "each key once", key.Text, $"It is also on line {before.Line}.");
                continue;
            }

            first.Add(key.Text, key.Where);
            map.Entries.Add(new MapEntry(key.Text, key.Where, value));
        }

        return map;
    }

    private ScalarNode ReadKey(string path)
    {
        var here = parser.Current!;
        RefuseSpecials(here, path);
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return new ScalarNode("*" + alias.Value, At(alias.Start));
        }

        return parser.TryConsume<Scalar>(out var scalar)
            ? new ScalarNode(scalar.Value, At(scalar.Start), scalar.Style is not ScalarStyle.Plain)
            : throw new YamlException(here.Start, here.End, "A key must be a name");
    }

    private ScalarNode ReadScalar(string path)
    {
        var scalar = parser.Consume<Scalar>();
        var quoted = scalar.Style is not ScalarStyle.Plain;
        var node = new ScalarNode(!quoted && scalar.Value is "~" or "null" ? "" : scalar.Value, At(scalar.Start), quoted);
        RefuseTruth(node, path, isKey: false);
        return node;
    }

    /// <summary>Bare words that YAML may read as true or false; <c>true</c> itself is a value of the language, but no name.</summary>
    private void RefuseTruth(ScalarNode node, string path, bool isKey)
    {
        var word = node.Text.ToLowerInvariant();
        if (!node.Quoted && (word is "yes" or "no" or "on" or "off" || (isKey && word is "true" or "false")))
        {
            problems.Error(node.Where, path, "a name in quotation marks", node.Text,
                $"Quote it: write \"{node.Text}\" with its quotation marks, because YAML reads the bare word as true or false.");
        }
    }

    private void RefuseSpecials(ParsingEvent here, string path)
    {
        if (here is AnchorAlias || here is NodeEvent { Anchor.IsEmpty: false })
        {
            problems.Error(At(here.Start), path, "a value written out", "an anchor or alias",
                "The language has no anchors (&) and aliases (*); put a text that starts so in quotation marks.");
        }

        if (here is NodeEvent { Tag.IsEmpty: false } tagged && !tagged.Tag.IsNonSpecific)
        {
            problems.Error(At(here.Start), path, "a value without a tag", tagged.Tag.Value,
                "Leave the tag out; put a text that starts with ! in quotation marks.");
        }
    }

    private SourceLocation At(in Mark mark) => new(file, (int)mark.Line, (int)mark.Column);
}
