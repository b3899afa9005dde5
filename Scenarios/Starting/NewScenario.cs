using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlowSim.Scenarios.Asked;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Starting;

/// <summary>A file with a scenario of a system to start from: one change that runs as it is, and others behind comments.</summary>
public sealed class NewScenario
{
    /// <summary>Beds added, of those there are.</summary>
    private const double Tenth = 0.1;

    private const int MonthsLater = 6;

    /// <summary>Unit of pools of beds.</summary>
    private const string Beds = "beds";

    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SystemFiles files;
    private readonly IReadOnlyList<SettablePath> paths;
    private readonly string date;

    private NewScenario(SystemFiles files, IReadOnlyList<SettablePath> paths)
    {
        (this.files, this.paths) = (files, paths);
        date = DateOf(files);
    }

    /// <summary>The text of the file; null for a system in which nothing can be changed that way.</summary>
    /// <param name="files">The system.</param>
    /// <param name="path">Path of the file to be, whose name is the scenario's.</param>
    /// <param name="option">How the system is named on the command line, such as <c>--system two-wards</c>; empty where it need not be.</param>
    public static string? Text(SystemFiles files, string path, string option)
    {
        var scenario = new NewScenario(files, [.. SystemParts.Of(files, new ProblemList()).SelectMany(part => part.Paths)]);
        return scenario.First() is { } first ? scenario.Text(path, option, first) : null;
    }

    /// <summary>True for a name that a scenario may have.</summary>
    public static bool MayBeNamed(string id) => NameText.IsPlain(id) && char.IsLetterOrDigit(id[0]);

    private string Text(string path, string option, Example first)
    {
        var id = Path.GetFileNameWithoutExtension(path);
        var file = $"{path}{(option.Length > 0 ? " " + option : "")}";
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        Line($"# A scenario: changes to the system {files.Name}, made in order. Its name is that of the file.");
        Line($"#   flowsim check {file}      says what is wrong in it");
        Line($"#   flowsim compare {file}    runs it beside the baseline");
        Line($"#   flowsim list paths TEXT{(option.Length > 0 ? " " + option : "")}    finds what can be changed, with what stands there");
        Line($"scenario: {id}");
        Line($"title: {Quote(first.Words)}");
        if (files.Scenarios.Keys.Order(StringComparer.Ordinal).FirstOrDefault() is { } other)
        {
            Line($"# include: [{other}]    # scenarios whose changes come first");
        }

        Line("changes:");
        Line($"  # {first.Path.Value}{(first.Path.Value.Contains(first.Path.Unit, StringComparison.Ordinal) ? "" : " " + first.Path.Unit)} as described");
        Line($"  - {{ {first.Change}, reason: \"why\" }}");
        Line("  # Others: on a date, phased in, with a range for the draws of what is not known.");
        foreach (var further in Further(first))
        {
            Line($"  # - {{ {further}, reason: \"why\" }}");
        }

        if (Partner() is { } partner)
        {
            Line("# What it costs, for the report and the ledger:");
            Line("# investment:");
            Line($"#   - {{ line: what it is for, partner: {partner}, gbp_per_year: 100000, recurrent: true, price_year: 2016/17, source: \"why\" }}");
        }

        return text.ToString();
    }

    /// <summary>A tenth more of the first beds there are, else of another pool, else of those who come.</summary>
    private Example? First()
    {
        var capacities = paths.Where(path => path.Path.EndsWith($".{PoolKeys.Capacity}", StringComparison.Ordinal) && OpenAt(path) > 0).ToList();
        if ((capacities.Find(path => path.Unit == Beds) ?? capacities.FirstOrDefault()) is { } pool)
        {
            var more = (int)Math.Ceiling(OpenAt(pool) * Tenth);
            return new Example(pool, FormattableString.Invariant($"add: {Quote(pool.Path)}, by: {more}"), FormattableString.Invariant($"{pool.Words} + {more}"));
        }

        var rate = paths.FirstOrDefault(path => path.Section == SystemKeys.Streams.Name && path.Path.EndsWith($".{StreamKeys.Arrivals}", StringComparison.Ordinal));
        return rate is null ? null : new Example(rate, $"scale: {Quote(rate.Path)}, by: 1.1", $"{rate.Words} × 1.1");
    }

    /// <summary>Units that are open, where that is a plain number; else 0.</summary>
    private static int OpenAt(SettablePath path) => NumberText.TryParseWhole(path.Value, out var number, out _) ? number : 0;

    private IEnumerable<string> Further(Example first)
    {
        if (date.Length > 0 && first.Change.StartsWith("add", StringComparison.Ordinal))
        {
            yield return $"{first.Change}, from: {date}, over: 90 d";
        }

        if (paths.Where(path => path.Section != SystemKeys.Calendars.Name && path.MayBe.Contains(".mean", StringComparison.Ordinal))
            .OrderBy(path => path.Section == SystemKeys.Stages.Name ? 0 : 1).FirstOrDefault() is { } time)
        {
            yield return $"scale: {Quote(time.Path)}, by: {{ value: 0.9, range: 0.8 to 1.0 }}, status: assumed, source: \"why\"";
        }

        if (paths.FirstOrDefault(path => path.Section == SystemKeys.Streams.Name && path.Path.EndsWith($".{StreamKeys.Arrivals}", StringComparison.Ordinal)) is { } rate)
        {
            yield return $"scale: {Quote(rate.Path)}, by: 1.05";
        }
    }

    private string? Partner() => files.Root[SystemKeys.Partners.Name] is ListNode { Items: [ScalarNode first, ..] } ? first.Text : null;

    /// <summary>A day some months after the branch, or the start, of a system with dates; else empty.</summary>
    private static string DateOf(SystemFiles files)
    {
        var run = files.Root[SystemKeys.RunKey.Name] as MapNode;
        var begins = (run?[SystemKeys.Branch.Name] ?? run?[SystemKeys.Starts.Name])?.ToString() ?? "";
        return DateText.TryParse(begins, out var day, out _) ? DateText.Write(day.AddMonths(MonthsLater)) : "";
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text, Quoted);

    private sealed record Example(SettablePath Path, string Change, string Words);
}
