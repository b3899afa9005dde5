using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Stays;

namespace FlowSim.Scenarios.Loading;

/// <summary>What an entry of <c>stays</c> says, its columns found in the export.</summary>
internal sealed record StaysTerms
{
    public const string Best = "best";
    private const string CsvEnding = ".csv";

    /// <summary>As the language lists them, which is read after this.</summary>
    internal static IReadOnlyList<string> Keys { get; } =
        ["file", "length", "in", "from", "to", "dates", "taken", "by", "fit", "at_most", "status", "source", "note"];

    public required MapEntry Entry { get; init; }

    /// <summary>The table as it was exported.</summary>
    public required TableData Export { get; init; }

    /// <summary>Column of lengths, or -1.</summary>
    public required int Length { get; init; }

    /// <summary>Of the lengths [d].</summary>
    public required double Unit { get; init; }

    /// <summary>Columns of the days of admission and discharge, or -1; beside lengths they are only compared with them.</summary>
    public required (int From, int To) Dates { get; init; }

    public required DateFormat Format { get; init; }

    /// <summary>The day of the export; null: nobody may be in bed still.</summary>
    public required Moment? Taken { get; init; }

    public required IReadOnlyList<StaysKey> By { get; init; }

    /// <summary>The family, <see cref="Best"/>, or empty: the stays themselves.</summary>
    public required string Fit { get; init; }

    /// <summary>Where lengths are cut off [d]; infinite: nowhere.</summary>
    public required double Most { get; init; }

    public string Path => $"stays.{Entry.Key}";

    public string Text(string key) => ((MapNode)Entry.Value)[key] is ScalarNode scalar ? scalar.Text : "";

    /// <summary>The terms; null with problems said.</summary>
    public static StaysTerms? Read(MapEntry entry, MapNode root, IReadOnlyDictionary<string, TableData> tables, ProblemList problems)
    {
        var path = $"stays.{entry.Key}";
        if (entry.Value is not MapNode map)
        {
            problems.Error(entry.Value.Where, path, "a map, such as { file: admissions, from: Admitted, to: Discharged, fit: best }", entry.Value.Kind);
            return null;
        }

        var reader = new StaysReader(map, path, problems);
        reader.RefuseOthers(Keys);
        var file = reader.Required("file", "the table with the export: a name under tables/");
        var table = file is null ? null : Find(file, path, tables, problems);
        if (table is null)
        {
            return null;
        }

        var (length, from, to) = (reader.Column("length", table), reader.Column("from", table), reader.Column("to", table));
        if (((length < 0 && from < 0) || from < 0 != to < 0) && !reader.HasErrors)
        {
            reader.Refuse(entry.KeyWhere, path, "length: and the column with lengths of stay, or from: and to: and the columns with dates, or all three",
                length < 0 && from < 0 && to < 0 ? "neither" : from < 0 ? "no from:" : "no to:", "The columns are " + string.Join(", ", table.Columns) + ".");
        }

        var format = reader.Dates();
        var unit = reader.Duration("in", length < 0 ? "" : "1 d");
        var most = reader.Duration("at_most", "");
        var fit = reader.OneOf("fit", [.. MaximumLikelihood.Families, Best]);
        var by = reader.By(table, root);
        var taken = format is null ? null : reader.Moment("taken", format);
        return reader.HasErrors || by is null || format is null ? null : new StaysTerms
        {
            Entry = entry,
            Export = table,
            Length = length,
            Unit = unit,
            Dates = (from, to),
            Format = format,
            Taken = taken,
            By = by,
            Fit = fit,
            Most = most > 0 ? most : double.PositiveInfinity,
        };
    }

    private static TableData? Find(ScalarNode file, string path, IReadOnlyDictionary<string, TableData> tables, ProblemList problems)
    {
        var name = file.Text[(file.Text.LastIndexOf('/') + 1)..];
        name = name.EndsWith(CsvEnding, StringComparison.Ordinal) ? name[..^CsvEnding.Length] : name;
        if (tables.TryGetValue(name, out var table))
        {
            return table;
        }

        problems.Error(file.Where, $"{path}.file", "the name of a table under tables/", file.Text, Nearest.Hint(name, tables.Keys));
        return null;
    }
}
