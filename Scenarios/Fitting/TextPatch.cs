using System.Text;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Fitting;

/// <summary>The files of a system in which single values are replaced at their places; all else in them, comments too, stays as it was written.</summary>
internal sealed class TextPatch
{
    private readonly Dictionary<string, string[]> lines;
    private readonly IReadOnlyList<InputFile> files;

    /// <summary>By file and line, from where, how much and what comes there.</summary>
    private readonly Dictionary<(string File, int Line, int Start), (int Length, string Text)> edits = [];

    public TextPatch(IReadOnlyList<InputFile> files)
    {
        this.files = files;
        lines = files.ToDictionary(file => file.Name, file => Encoding.UTF8.GetString(file.Bytes).Split('\n'), StringComparer.Ordinal);
    }

    /// <summary>Replaces a scalar of YAML; false where something else stands there than was read.</summary>
    public bool ReplaceScalar(SourceLocation where, string old, string text)
    {
        if (LineOf(where) is not { } line)
        {
            return false;
        }

        // A byte order mark is no column.
        var start = where.Column - 1 + (where.Line == 1 && line.StartsWith('\uFEFF') ? 1 : 0);
        var isQuoted = start >= 0 && start < line.Length && line[start] is '"' or '\'';
        return Replace(where, line, isQuoted ? start + 1 : start, old, text);
    }

    /// <summary>Replaces a cell of CSV; false where something else stands there than was read.</summary>
    public bool ReplaceCell(SourceLocation where, SourceLocation header, string column, string old, string text)
    {
        if (LineOf(where) is not { } line || LineOf(header) is not { } heads
            || CsvCells.CellOf(line.TrimEnd('\r'), heads.TrimEnd('\r').TrimStart('\uFEFF'), column) is not { } cell)
        {
            return false;
        }

        var isQuoted = line[cell.Start] == '"';
        return cell.Length == old.Length + (isQuoted ? 2 : 0) && (isQuoted || !text.Contains(',', StringComparison.Ordinal))
            && Replace(where, line, cell.Start + (isQuoted ? 1 : 0), old, text);
    }

    /// <summary>The files with what was replaced.</summary>
    public IReadOnlyList<InputFile> Files() => [.. files.Select(file => edits.Keys.Any(edit => edit.File == file.Name) ? Patched(file) : file)];

    private InputFile Patched(InputFile file)
    {
        var changed = (string[])lines[file.Name].Clone();
        foreach (var ((_, line, start), (length, text)) in edits.Where(edit => edit.Key.File == file.Name).OrderByDescending(edit => edit.Key.Start))
        {
            changed[line - 1] = changed[line - 1][..start] + text + changed[line - 1][(start + length)..];
        }

        return file with { Bytes = Encoding.UTF8.GetBytes(string.Join('\n', changed)) };
    }

    private bool Replace(SourceLocation where, string line, int start, string old, string text)
    {
        var isThere = start >= 0 && start + old.Length <= line.Length && line.AsSpan(start, old.Length).SequenceEqual(old)
            && !text.Contains('"', StringComparison.Ordinal);
        if (isThere)
        {
            edits[(where.File, where.Line, start)] = (old.Length, text);
        }

        return isThere;
    }

    private string? LineOf(SourceLocation where) =>
        lines.TryGetValue(where.File, out var text) && where.Line >= 1 && where.Line <= text.Length ? text[where.Line - 1] : null;
}
