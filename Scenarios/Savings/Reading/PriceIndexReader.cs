using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Savings.Reading;

/// <summary>Reads <c>price-index.csv</c>: a row for a year of an index.</summary>
internal static class PriceIndexReader
{
    private const string Index = "index";
    private const string Year = "year";
    private const string Change = "change";
    private static readonly string[] Demanded = [Index, Year, Change, "status", "source"];

    /// <summary>The indices by name; none where there is no file, or, with problems said, where it is not right.</summary>
    public static IReadOnlyDictionary<string, PriceIndex> Of(SystemFiles files, ProblemList problems)
    {
        var changes = new Dictionary<string, Dictionary<int, decimal>>(StringComparer.Ordinal);
        if (files.PriceIndex is not { } data)
        {
            return new Dictionary<string, PriceIndex>();
        }

        var table = new LedgerTable(data, problems);
        if (table.HasColumns(Demanded, ["note", "range"]))
        {
            foreach (var row in table.Rows)
            {
                Take(table, row, changes);
            }
        }

        return changes.ToDictionary(index => index.Key, index => new PriceIndex(index.Key, index.Value), StringComparer.Ordinal);
    }

    private static void Take(LedgerTable table, TableRow row, Dictionary<string, Dictionary<int, decimal>> changes)
    {
        var name = table.Cell(row, Index);
        if (!NameText.IsPlain(name))
        {
            table.Refuse(row, Index, NameText.Expected);
            return;
        }

        if (!table.HasOrigin(row) || table.Year(row, Year) is not { } year)
        {
            return;
        }

        if (!ShareText.TryParsePercent(table.Cell(row, Change), out var change) || change <= -1)
        {
            table.Refuse(row, Change, "the change of prices to that year from the year before, such as \"1.8 %\"");
            return;
        }

        var index = changes.TryGetValue(name, out var known) ? known : changes[name] = [];
        if (!index.TryAdd(year, (decimal)change))
        {
            table.Refuse(row, Year, $"each year of {name} once");
        }
    }
}
