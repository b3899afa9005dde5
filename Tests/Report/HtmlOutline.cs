using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace FlowSim.Tests.Report;

/// <summary>A page taken apart by a tokenizer of its own, so that what the writer encodes is judged by other code than the writer's.</summary>
internal sealed partial class HtmlOutline
{
    private static readonly HashSet<string> Void = ["meta", "input", "br"];

    /// <summary>Elements that part no words.</summary>
    private static readonly HashSet<string> WithinWords = ["span", "strong"];

    private readonly StringBuilder text = new();
    private readonly List<(string Name, string Value)> attributes = [];

    public HashSet<string> Elements { get; } = [];

    public HashSet<string> Attributes => [.. attributes.Select(attribute => attribute.Name)];

    /// <summary>Levels of the headings, in order.</summary>
    public List<int> Headings { get; } = [];

    /// <summary>End tags that do not match, elements left open, ids that come twice.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>What a reader sees, decoded.</summary>
    public string Text => text.ToString();

    public IEnumerable<string> Values(string attribute) => attributes.Where(one => one.Name == attribute).Select(one => one.Value);

    public static HtmlOutline Of(string page)
    {
        var outline = new HtmlOutline();
        outline.Read(page);
        return outline;
    }

    private void Read(string page)
    {
        var open = new Stack<string>();
        var at = page.IndexOf('\n', StringComparison.Ordinal);
        Assert.That(page[..at], Is.EqualTo("<!DOCTYPE html>"));
        while (at < page.Length)
        {
            var tag = page.IndexOf('<', at);
            text.Append(WebUtility.HtmlDecode(page[at..(tag < 0 ? page.Length : tag)]));
            if (tag < 0)
            {
                break;
            }

            var match = Tag().Match(page, tag);
            if (!match.Success)
            {
                Problems.Add($"no tag at '{page[tag..Math.Min(page.Length, tag + 40)]}'");
                return;
            }

            at = match.Index + match.Length;
            var name = match.Groups["name"].Value;
            text.Append(WithinWords.Contains(name) ? "" : " ");
            EndCell(match, open);
            if (match.Groups["end"].Length > 0)
            {
                if (!open.TryPop(out var last) || last != name)
                {
                    Problems.Add($"</{name}> closes {last}");
                }
            }
            else
            {
                Start(name, match, open);
                at = name is "style" or "script" ? page.IndexOf($"</{name}", at, StringComparison.OrdinalIgnoreCase) : at;
            }
        }

        Problems.AddRange(open.Select(name => $"<{name}> is left open"));
        Problems.AddRange(Values("id").GroupBy(id => id).Where(same => same.Count() > 1).Select(same => $"id {same.Key} comes {same.Count()} times"));
        Problems.AddRange(Values("aria-labelledby").SelectMany(ids => ids.Split(' ')).Concat(Values("for")).Except(Values("id"))
            .Select(id => $"there is no {id}"));
    }

    /// <summary>
    /// As HTML has it: the end tag of a cell may be left out before another cell and at the end of the row, that of a row before another and at the end.
    /// </summary>
    private static void EndCell(Match match, Stack<string> open)
    {
        var isEnd = match.Groups["end"].Length > 0;
        var name = match.Groups["name"].Value;
        var endsRow = isEnd ? name is "thead" or "tbody" : name is "tr";
        if ((endsRow || (!isEnd && name is "td" or "th")) && open.TryPeek(out var cell) && cell is "td" or "th")
        {
            open.Pop();
        }

        if (endsRow && open.TryPeek(out var row) && row is "tr")
        {
            open.Pop();
        }
    }

    private void Start(string name, Match match, Stack<string> open)
    {
        Elements.Add(name);
        if (name.Length == 2 && name[0] == 'h' && char.IsAsciiDigit(name[1]))
        {
            Headings.Add(name[1] - '0');
        }

        foreach (var (attribute, value) in match.Groups["attribute"].Captures.Zip(match.Groups["value"].Captures))
        {
            attributes.Add((attribute.Value, WebUtility.HtmlDecode(value.Value)));
        }

        if (match.Groups["self"].Length == 0 && !Void.Contains(name))
        {
            open.Push(name);
        }
    }

    [GeneratedRegex("""\G<(?<end>/?)(?<name>[a-zA-Z][a-zA-Z0-9]*)(\s+(?<attribute>[a-zA-Z][a-zA-Z0-9:_-]*)="(?<value>[^"<]*)")*\s*(?<self>/?)>""")]
    private static partial Regex Tag();
}
