using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Numbers;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Asked;

/// <summary>The paths into a table or a roster: a cell each, and of one with very many rows a column each.</summary>
internal sealed class CellPaths(SystemFiles files, TableNumbers numbers)
{
    /// <summary>Rows that are named one by one.</summary>
    private const int MostRows = 1_000;

    private readonly ChangeWords words = new(files);

    /// <summary>Columns with values.</summary>
    public IReadOnlyList<string> ValuesOf(string section, TableData table) =>
        [.. table.Columns.Except(numbers.KeysOf(section, table)).Where(column => !TableColumns.IsMetadata(column))];

    /// <summary>Row by row.</summary>
    /// <param name="section"><c>tables</c> or <c>rosters</c>.</param>
    /// <param name="table">The table.</param>
    /// <param name="noted">What is said of the table as a whole, or null.</param>
    public IEnumerable<SettablePath> Of(string section, TableData table, Assumption? noted)
    {
        var (keys, values) = (numbers.KeysOf(section, table), ValuesOf(section, table));
        var start = $"{section}.{PartPaths.Step(table.Name)}";
        if (table.Rows.Count > MostRows)
        {
            foreach (var column in values)
            {
                yield return Path(section, table, $"{start}.{PartPaths.Step(column)}", FormattableString.Invariant($"{table.Rows.Count} rows"), table.Where);
            }

            yield break;
        }

        for (var index = 0; index < table.Rows.Count; index++)
        {
            var row = table.Rows[index];
            var pairs = keys.Select(key => (Key: key, Value: row.Cells[table.ColumnOf(key)])).Where(pair => pair.Value.Length > 0).ToList();
            if (!pairs.TrueForAll(pair => ItemStep.IsPlain(pair.Value)))
            {
                continue;
            }

            var rows = pairs.Count == 0 ? "" : $"[{string.Join(", ", pairs.Select(pair => $"{pair.Key}={pair.Value}"))}]";
            var said = SaidOrigin.Of(row, table);
            var range = said.Range.Length > 0 ? said.Range : noted?.Range ?? "";
            foreach (var column in values.Where(column => row.Cells[table.ColumnOf(column)].Length > 0))
            {
                var text = row.Cells[table.ColumnOf(column)].Trim();
                yield return Path(section, table, $"{start}{rows}.{PartPaths.Step(column)}", text, row.Where) with
                {
                    Status = said.Status.Length > 0 ? said.Status : noted?.Status ?? "",

                    // The ends of one of several numbers are not those of the others.
                    Range = values.Count > 1 && !PlausibleRange.MayHold(range, text) ? "" : range,
                    Source = said.Source.Length > 0 ? said.Source : noted?.Source ?? "",
                    Cell = section == SystemFolder.Tables ? new CellPlace(table.Name, index, column) : null,
                };
            }
        }
    }

    private SettablePath Path(string section, TableData table, string path, string text, SourceLocation where) => new(path, words.PathOf(path), text)
    {
        Section = section,
        Part = table.Name,
        Unit = ValueWords.UnitOf(text),
        MayBe = ValueWords.MayBe(section, "", text),
        File = where.File,
        Line = where.Line,
    };
}
