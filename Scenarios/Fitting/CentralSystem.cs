using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Fitting;

/// <summary>A copy of a system's files into which the values of a point are written where the old ones stood.</summary>
internal sealed class CentralSystem
{
    /// <summary>A place in every range at which it is tried that it can be done, before anything is run.</summary>
    public const double Trial = 0.37;

    private const string Overrides = "overrides";

    /// <summary>Digits of a range that is written anew.</summary>
    private const int Digits = 4;

    private static readonly string[] WholeSections = [SystemFolder.Rosters, SystemKeys.Pools.Name];

    private readonly FitSystem system;
    private readonly IReadOnlyList<InputFile> files;

    public CentralSystem(FitSystem system)
    {
        this.system = system;
        files = [.. SystemReader.WholeOf(system.Files, system.Files.Name).Where(file => file.Name != SystemFolder.CalibratedSet)];
        MainFile = SystemReader.MainFileOf(system.Files.Name);
    }

    /// <summary>Name of the file that is the system, by which it is read.</summary>
    public string MainFile { get; }

    /// <summary>The files at some places; null with problems said where a value cannot be replaced in the text, or what comes of it is not valid.</summary>
    public IReadOnlyList<InputFile>? FilesAt(double[] places, ProblemList problems)
    {
        if (system.Put(places, problems) is not { } changed)
        {
            return null;
        }

        var before = SystemCopy.Of(system.Files);
        var patch = new TextPatch(files);
        var sound = true;
        foreach (var (input, place) in system.Inputs.Zip(places))
        {
            sound &= input.Paths.Select(path => Write(input, path, before, changed, patch, problems)).ToList().TrueForAll(one => one);
            MoveRange(input, input.At(place), patch);
        }

        return sound && IsRead(patch.Files(), problems) ? patch.Files() : null;
    }

    /// <summary>The files as a system.</summary>
    public SystemFiles? Read(IReadOnlyList<InputFile> written, ProblemList problems)
    {
        // Whoever reads a table blanks the comments in what it is given.
        var copies = written.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => file with { Bytes = [.. file.Bytes] });
        return SystemAssembler.Assemble(system.Files.Name, MainFile, [.. copies], problems);
    }

    private bool IsRead(IReadOnlyList<InputFile> written, ProblemList problems)
    {
        var own = new ProblemList();
        if (Read(written, own) is { } read && new TimelineBuilder(read, system.Overrides, own).Baseline() is not null)
        {
            return true;
        }

        problems.AddErrorsOf(own);
        return false;
    }

    private bool Write(FreeInput input, Written path, SystemFiles before, SystemFiles changed, TextPatch patch, ProblemList problems)
    {
        var (old, now) = (input.SlotsIn(before, path).ToList(), input.SlotsIn(changed, path).ToList());
        var written = old.Count > 0 && old.Count == now.Count && !IsOfTemplate(path)
            && old.Zip(now).All(slots => Write(slots.First, slots.First.Value!.ToString()!, slots.Second.Value!.ToString()!, patch));
        if (!written)
        {
            problems.Error(
                path.Where,
                path.Path,
                "values that stand in the files by themselves, so that the fitted ones can be written in their place",
                path.Text,
                IsOfTemplate(path) ? "The instance has no value of its own: give it one under overrides, or in a table."
                    : "Of a rate by table write its scale, and give it one if it has none; of a table the column.");
        }

        return written;
    }

    private bool Write(ValueSlot slot, string old, string now, TextPatch patch)
    {
        var text = IsWhole(slot.Id, old) && NumberText.TryParse(now, out var units, out _)
            ? NumberText.Write(Math.Round(units, MidpointRounding.AwayFromZero)) : now;
        var where = AsOwn(slot.Value!.Where);
        return old == text
            || (slot is CellSlot cell
                ? where.File.EndsWith(SystemFolder.Csv, StringComparison.Ordinal)
                    ? patch.ReplaceCell(where, AsOwn(cell.Table.Where), cell.Column, old, text)
                    : Inline(cell, where) is { } scalar && patch.ReplaceScalar(scalar.Where, old, text)
                : patch.ReplaceScalar(where, old, text));
    }

    /// <summary>What is fitted in a shared table is written into the system's own copy of it.</summary>
    private static SourceLocation AsOwn(SourceLocation where) => where with { File = SharedTables.OwnName(where.File) };

    /// <summary>Beds and staff are whole: they are run so, and written so.</summary>
    private static bool IsWhole(string id, string old) =>
        WholeSections.Any(section => id.StartsWith(section + ".", StringComparison.Ordinal)) && NumberText.TryParseWhole(old, out _, out _);

    /// <summary>The scalar of a table that is written in the YAML.</summary>
    private ScalarNode? Inline(CellSlot cell, SourceLocation row)
    {
        var file = files.First(one => one.Name == row.File);
        var table = (YamlReader.ReadMap(file.Bytes, file.Name, new ProblemList())?[SystemFolder.Tables] as MapNode)?[cell.Table.Name] as MapNode;
        var value = (table?["rows"] as MapNode)?.Entries.Find(entry => entry.KeyWhere == row)?.Value;
        var inner = value is MapNode map ? map[cell.Column] : value;
        return inner is MapNode written ? written[TableColumns.Value] as ScalarNode : inner as ScalarNode;
    }

    /// <summary>True for a value of an instance that stands only in what all instances share: it is no value of its own.</summary>
    private bool IsOfTemplate(Written path)
    {
        if (!ChangePath.TryParse(path.Text, out var steps) || steps.Count < 3 || !steps[1].Name.Contains('@', StringComparison.Ordinal)
            || system.Files.Root[steps[0].Name] is not MapNode section || section.Has(steps[1].Name))
        {
            return false;
        }

        var (name, instance) = NameText.Split(steps[1].Name);
        return ((section[name] as MapNode)?[Overrides] as MapNode)?[instance ?? ""] is not MapNode own || !own.Has(steps[2].Name);
    }

    /// <summary>A range that is said of the old value is said of the new one: both mean the same.</summary>
    private static void MoveRange(FreeInput input, string operand, TextPatch patch)
    {
        var (low, high) = input.Range.Verb switch
        {
            InputRange.Scale => (Ratio(input.Range.Low, operand), Ratio(input.Range.High, operand)),
            InputRange.Add => (Less(input.Range.Low, operand), Less(input.Range.High, operand)),
            _ => ("", ""),
        };
        if (low.Length > 0 && high.Length > 0)
        {
            patch.ReplaceScalar(input.RangeWhere, input.RangeText, $"{low} to {high}");
        }
    }

    /// <summary>A factor as one of a value that another factor is already in.</summary>
    public static string Ratio(string factor, string by, int digits = Digits) =>
        Factor(factor) is { } whole && Factor(by) is > 0 and var part ? Short(whole / part, digits) : "";

    /// <summary>An amount as one beside another that is already in.</summary>
    public static string Less(string amount, string by) =>
        QuantityText.TryParseAmount(amount, out var whole) && QuantityText.TryParseAmount(by, out var part) && whole.Plus(part, -1) is { } less
            && NumberText.TryParse(Short(less.Number, Digits + 2), out var rounded, out _)
            ? (less with { Number = rounded }).Text
            : "";

    private static double? Factor(string text) =>
        NumberText.TryParse(text, out var factor, out _) || ShareText.TryParsePercent(text, out factor) ? factor : null;

    private static string Short(double value, int digits) =>
        value.ToString(FormattableString.Invariant($"G{digits}"), System.Globalization.CultureInfo.InvariantCulture);
}
