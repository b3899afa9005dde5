using System.Globalization;
using System.Reflection;
using System.Text;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Numbers;

namespace FlowSim.Scenarios.Starting;

/// <summary>A first model of a trust's hospital: a template filled with published figures and with what follows from them.</summary>
public sealed class TrustSystem
{
    /// <summary>The page of what is not known.</summary>
    public const string ToFillIn = "TO-FILL-IN.md";

    private const string Prefix = "Trust/";
    private const string Areas = "areas.csv";
    private const string Titles = "titles.csv";
    private const string Modes = "modes.csv";
    private const string Assumed = "assumed";

    /// <summary>Before the tolerance of an observation, in its unit or as a share of it.</summary>
    private const string Within = "within ";

    /// <summary>Without these there is no model; England's are none of a trust that has others of its own.</summary>
    private static readonly (string Name, string Words)[] Needed =
    [
        ("attendances_type_1", "type-1 attendances"), ("admitted_share", "admissions through A&E"), ("ga_open", "general and acute beds open"),
        ("ga_occupied", "general and acute beds in use"),
    ];

    /// <summary>These the model is only held against, or takes from England.</summary>
    private static readonly (string Name, string Words)[] Wanted = [("four_hour_type_1", "its share within four hours"), ("over_7_days", "its long stays")];

    private readonly TrustFigures figures;
    private readonly string id;
    private readonly IReadOnlyDictionary<string, string> balance;

    private TrustSystem(TrustFigures figures, string id)
    {
        this.figures = figures;
        this.id = id;
        balance = TrustBalance.Of(figures, ReadAreas(), ReadModes());
    }

    /// <summary>Figures, in words, that a trust of which some are known must have and has not; empty: a model can be made.</summary>
    public static IReadOnlyList<string> Missing(TrustFigures figures) =>
        figures.IsKnown ? [.. Needed.Where(one => !figures[one.Name].IsOwn).Select(one => one.Words)] : [];

    /// <summary>What the model rests on, in a sentence or two.</summary>
    public static string Said(TrustFigures figures)
    {
        if (!figures.IsKnown)
        {
            return FormattableString.Invariant($"FlowSim has no figures of {figures.Code}. Every number here is an average of England's trusts in {TrustFigures.Year} or an assumption: it is a model of no hospital until the first of them are filled in.");
        }

        var without = Wanted.Where(one => figures.Own.All(figure => figure.Name != one.Name)).Select(one => one.Words).ToList();
        return FormattableString.Invariant($"Attendances, admissions through A&E and beds are those that NHS England published of {figures.Name} for {TrustFigures.Year}; what is not published is England's average or an assumption.")
            + (without.Count == 0 ? "" : $" Nothing is known of {string.Join(" and ", without)}.");
    }

    /// <summary>All files of the folder.</summary>
    /// <param name="figures">Of the trust, with none missing.</param>
    /// <param name="id">What the system is to be called.</param>
    public static IReadOnlyList<StartingFile> Files(TrustFigures figures, string id)
    {
        var system = new TrustSystem(figures, id);
        var files = Templates().Where(template => template.Name is not (Areas or Modes or Titles or ToFillIn))
            .Select(template => (template.Name, Text: TemplateText.Fill(template.Text, system.Known)))
            .Where(file => !file.Name.EndsWith(SystemFolder.Csv, StringComparison.Ordinal) || HasRows(file.Text))
            .Select(file => new StartingFile(file.Name, Encoding.UTF8.GetBytes(file.Text))).ToList();
        var page = Templates().Single(template => template.Name == ToFillIn).Text;
        var assumed = system.AssumedOf(files);
        files.Add(new StartingFile(ToFillIn, Encoding.UTF8.GetBytes(TemplateText.Fill(page, name => name == Assumed ? assumed : system.Known(name)))));
        return files;
    }

    private static bool HasRows(string csv) => csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => !line.StartsWith('#')) > 1;

    /// <summary>What stands for a name of the template: a number of the balance, a figure, or <c>figure.part</c>; null where it is not known.</summary>
    private string? Known(string name)
    {
        var parts = name.Split('.', 2);
        return name switch
        {
            "id" => id,
            "name" => figures.IsKnown ? $"{figures.Name} ({figures.Code})" : $"{figures.Code} (England's averages)",
            "said" => Said(figures),
            "figures" => FiguresTable(),
            _ when balance.TryGetValue(name, out var number) => number,
            _ => figures.Find(parts[0]) is { } figure ? Part(figure, parts.Length > 1 ? parts[1] : "") : null,
        };
    }

    private string? Part(TrustFigure figure, string part) => part switch
    {
        "" => Text(figure.Number),
        "whole" => Text(Math.Round(figure.Number)),
        "status" => figure.IsOwn || figure.Status != "measured" ? figure.Status : "derived",
        "source" => figure.IsOwn ? $"{figure.Source}, {figure.Year}" : figure.Source,
        "note" => figure.Note,
        "own" => figure.IsOwn ? Text(figure.Number) : null,
        "observed" => figure.IsOwn || !figures.IsKnown ? Text(figure.Number) : null,
        "evidence" => !figure.IsOwn ? Assumed : string.CompareOrdinal(figure.Year, TrustFigures.Year) > 0 ? "later-year" : figure.Status,
        _ when part.StartsWith(Within, StringComparison.Ordinal) => figure.IsOwn ? ToleranceOf(figure, part[Within.Length..]) : "",
        _ => null,
    };

    private static string ToleranceOf(TrustFigure figure, string written) =>
        ShareText.TryParsePercent(written, out var share) ? Text(Math.Round(share * figure.Number, 1)) : written;

    private string FiguresTable()
    {
        var titles = Template(Titles).Rows.ToDictionary(row => row.Cells[0], row => row.Cells[1], StringComparer.Ordinal);
        return figures.Own.Count == 0 ? "| none | | | | | |"
            : string.Join('\n', figures.Own.Select(figure => string.Join(" | ",
                ["| " + titles[figure.Name], figure.Year, $"{Text(figure.Number)} {figure.Unit}".Trim(), figure.Status, figure.Source, figure.Note + " |"])));
    }

    /// <summary>Every number of the system that is assumed or says nothing of its origin, a line each.</summary>
    private string AssumedOf(IReadOnlyList<StartingFile> files)
    {
        var problems = new ProblemList();
        var inputs = files.Where(file => SystemFolder.IsPart(file.Name)).OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => new InputFile(file.Name, [.. file.Content]));
        var read = SystemAssembler.Assemble(id, SystemFolder.MainFile, [.. inputs], problems)!;
        var numbers = SystemNumbers.Of(read, "baseline", problems)!.Where(number => number.Status is Assumed or "").ToList();
        return string.Join('\n', numbers.Select(number =>
        {
            var range = number.Range.Length > 0 ? $", plausible {number.Range}" : "";
            return $"- `{number.Path}` {number.Value}{range}{(number.Source.Length > 0 ? $": {number.Source}" : "")}";
        }));
    }

    private static IReadOnlyList<AreaOfAe> ReadAreas() =>
    [
        .. Template(Areas).Rows.Select(row => row.Cells)
            .Select(cells => new AreaOfAe(cells[0], Number(cells[1]), Number(cells[2]), Number(cells[3]), Number(cells[4]))),
    ];

    private static IReadOnlyList<ModeOfArrival> ReadModes() =>
        [.. Template(Modes).Rows.Select(row => new ModeOfArrival(row.Cells[0], row.Cells[1], Number(row.Cells[2]), row.Cells[3], row.Cells[4]))];

    private static TableData Template(string name) =>
        CsvTableReader.Read(Encoding.UTF8.GetBytes(Templates().Single(template => template.Name == name).Text), name, name, new ProblemList())!;

    private static double Number(string cell) =>
        NumberText.TryParse(cell, out var number, out var expected) ? number : throw new InvalidDataException($"{cell}: expected {expected}");

    private static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    private static IEnumerable<(string Name, string Text)> Templates()
    {
        var home = Assembly.GetExecutingAssembly();
        foreach (var (resource, name) in home.GetManifestResourceNames().Select(resource => (resource, Name: resource.Replace('\\', '/')))
            .Where(pair => pair.Name.StartsWith(Prefix, StringComparison.Ordinal)).OrderBy(pair => pair.Name, StringComparer.Ordinal))
        {
            using var reader = new StreamReader(home.GetManifestResourceStream(resource)!, Encoding.UTF8);
            yield return (name[Prefix.Length..], reader.ReadToEnd());
        }
    }
}
