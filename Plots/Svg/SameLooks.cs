using System.Text;

namespace FlowSim.Plots.Svg;

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
