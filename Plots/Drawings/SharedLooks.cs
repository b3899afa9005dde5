using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FlowSim.Plots.Drawings;

/// <summary>
/// How the elements of all drawings of a page look: what would stand as attributes at each of thousands stands once, as a class, in the page's style. The
/// script of the page writes it back as attributes where a drawing is saved.
/// </summary>
internal sealed partial class SharedLooks
{
    private readonly Dictionary<string, string> classes = new(StringComparer.Ordinal);
    private readonly StringBuilder rules = new();

    /// <summary>Rules for the style of the page, one a line.</summary>
    public string Rules => rules.ToString();

    /// <summary>Attributes that look the same: a class; what refers to a pattern of its own drawing stays as it is.</summary>
    /// <param name="attributes">As <c> fill="#123F73" stroke-width="0.7"</c>.</param>
    public string Of(string attributes)
    {
        if (attributes.Length == 0 || attributes.Contains("url(", StringComparison.Ordinal))
        {
            return attributes;
        }

        if (!classes.TryGetValue(attributes, out var name))
        {
            name = string.Create(CultureInfo.InvariantCulture, $"l{classes.Count + 1}");
            classes.Add(attributes, name);
            var look = Attribute().Matches(attributes).Select(match => (Name: match.Groups["name"].Value, Value: match.Groups["value"].Value))
                .Select(one => $"{one.Name}:{one.Value}{UnitOf(one.Name)}");
            rules.Append(CultureInfo.InvariantCulture, $".{name}{{{string.Join(';', look)}}}\n");
        }

        return $" class=\"{name}\"";
    }

    // Attributes count in the drawing's own unit, which a style calls pixels and asks for with sizes of letters.
    private static string UnitOf(string name) => name == "font-size" ? "px" : "";

    [GeneratedRegex(" (?<name>[a-z-]+)=\"(?<value>[^\"]*)\"")]
    private static partial Regex Attribute();
}

/// <summary>
/// What is drawn one after another and looks the same becomes one: paths a single path, texts a group. Nothing shows it, for such a path is either filled or a
/// line and lets nothing shine through.
/// </summary>
/// <param name="body">What has been written of the drawing.</param>
/// <param name="looks">Gathers how the drawings of the page look.</param>
internal sealed class SameLooks(StringBuilder body, SharedLooks looks)
{
    private readonly StringBuilder run = new();
    private string look = "";
    private bool isText;
    private int count;

    /// <summary>SVG path data.</summary>
    public void Path(string data, string attributes) => Add(data, attributes, text: false);

    /// <summary>An element with its text.</summary>
    public void Text(string element, string attributes) => Add(element, attributes, text: true);

    /// <summary>Writes what has been joined; something else follows.</summary>
    public void End()
    {
        if (count > 0)
        {
            var shared = looks.Of(look);
            body.Append(!isText ? $"<path d=\"{run}\"{shared}/>\n"
                : count > 1 ? $"<g{shared}>\n{run}</g>\n"
                : run.ToString().Insert("<text".Length, shared));
            run.Clear();
        }

        count = 0;
    }

    private void Add(string what, string attributes, bool text)
    {
        if (look != attributes || isText != text)
        {
            End();
            (look, isText) = (attributes, text);
        }

        run.Append(what);
        count++;
    }
}
