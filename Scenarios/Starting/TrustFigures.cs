using System.Text.RegularExpressions;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Starting;

/// <summary>The published figures of trusts that come with FlowSim: <c>Library/england/trusts.csv</c>.</summary>
public sealed partial class TrustFigures
{
    /// <summary>The year of a first model.</summary>
    internal const string Year = "2016/17";

    private const string Folder = "england";
    private const string File = "trusts.csv";

    /// <summary>In the column of codes: what holds on average.</summary>
    private const string England = "ENG";

    private static readonly Lazy<TableData> Table = new(() => SystemLibrary.TableOf(Folder, File));

    private readonly Dictionary<string, TrustFigure> figures = new(StringComparer.Ordinal);

    private TrustFigures(string code)
    {
        Code = code;
        var own = RowsOf(code).ToList();
        Name = own.Count > 0 ? own[0].Name : code;
        foreach (var figure in RowsOf(England).Select(row => row.Figure with { IsOwn = false }).Concat(own.Select(row => row.Figure)).GroupBy(one => one.Name))
        {
            // Of its own if it has any; of the year of the model, or else the last there is.
            figures.Add(figure.Key, figure.OrderBy(one => one.IsOwn).ThenBy(one => one.Year == Year).ThenBy(one => one.Year, StringComparer.Ordinal).Last());
        }

        Own = [.. own.Select(row => row.Figure)];
    }

    /// <summary>Codes of trusts of which there are figures, with their names, in ordinal order.</summary>
    public static IReadOnlyList<(string Code, string Name)> Known =>
    [
        .. Table.Value.Rows.Select(row => (Code: row.Cells[0], Name: row.Cells[1])).Distinct().Where(one => one.Code != England)
            .OrderBy(one => one.Code, StringComparer.Ordinal),
    ];

    /// <summary>As given, in capitals.</summary>
    public string Code { get; }

    /// <summary>Name of the trust; its code where it is not known.</summary>
    public string Name { get; }

    /// <summary>True where the file has figures of the trust; else all are England's.</summary>
    public bool IsKnown => Own.Count > 0;

    /// <summary>All that is known of the trust itself.</summary>
    internal IReadOnlyList<TrustFigure> Own { get; }

    /// <summary>The figure, England's where the trust has none.</summary>
    internal TrustFigure this[string name] => figures[name];

    /// <summary>True for what may be the code of a trust.</summary>
    public static bool MayBeCode(string code) => CodeForm().IsMatch(code);

    /// <summary>The figures of a trust.</summary>
    /// <param name="code">In any case of letters; see <see cref="MayBeCode"/>.</param>
    public static TrustFigures Of(string code) => new(code.ToUpperInvariant());

    /// <summary>The figure, or null where neither the trust nor England has it.</summary>
    internal TrustFigure? Find(string name) => figures.GetValueOrDefault(name);

    private static IEnumerable<(string Name, TrustFigure Figure)> RowsOf(string code) =>
        Table.Value.Rows.Where(row => row.Cells[0] == code).Select(row => (row.Cells[1], FigureOf(row)));

    private static TrustFigure FigureOf(TableRow row)
    {
        var cells = row.Cells;
        return NumberText.TryParse(cells[4], out var number, out _)
            ? new TrustFigure(cells[2], cells[3], number, cells[5], cells[6], cells[7], cells[8], IsOwn: true)
            : throw new InvalidDataException($"{row.Where}: '{cells[4]}' is no number");
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2}$")]
    private static partial Regex CodeForm();
}
