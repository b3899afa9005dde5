using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FlowSim.Tests.Analytic;

/// <summary>The part of docs/validation.md on theory: in every cell the exact answer and, in parentheses, what was simulated.</summary>
internal static partial class TheoryPage
{
    /// <summary>Row and column of each value in its section's table.</summary>
    public static IEnumerable<(string Row, string Column)> Cell(ExactSystem system) =>
        system.Values.Select(value => (value.Row ?? system.Name, value.Column ?? value.Quantity));

    /// <summary>A line a section: how many checks, how narrow, how many second runs.</summary>
    public static string Summary(IReadOnlyDictionary<ExactSystem, IReadOnlyList<Check>> done)
    {
        var text = new StringBuilder(
            "| table | systems | numbers | too rare | median half width | widest | outside 99 % | outside 99.9 % |\n|---|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var section in ExactSection.All)
        {
            Append(text, section.Title, section.Systems.Count, [.. section.Systems.SelectMany(system => done[system])]);
        }

        Check[] all = [.. ExactSection.All.SelectMany(section => section.Systems).SelectMany(system => done[system])];
        Append(text, "**all**", ExactSection.All.Sum(section => section.Systems.Count), all);
        return text.Append('\n').Append(Coverage(all)).ToString();
    }

    /// <summary>The tables, with what was simulated or without.</summary>
    public static string Tables(IReadOnlyDictionary<ExactSystem, IReadOnlyList<Check>>? done)
    {
        var text = new StringBuilder();
        foreach (var section in ExactSection.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"### {section.Title}\n\n{section.Note} Theory: {section.Source}.\n\n");
            Append(text, section, done);
            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The tables without what was simulated.</summary>
    public static string Skeleton(string tables) => Simulated().Replace(tables, "");

    private static void Append(StringBuilder text, ExactSection section, IReadOnlyDictionary<ExactSystem, IReadOnlyList<Check>>? done)
    {
        var cells = section.Systems.SelectMany(system =>
            Cell(system).Zip(Enumerable.Range(0, system.Values.Count), (cell, index) => (Cell: cell, Text: Text(system, index, done))))
            .ToDictionary(pair => pair.Cell, pair => pair.Text);
        var columns = cells.Keys.Select(cell => cell.Column).Distinct().ToList();
        text.Append("| | ").AppendJoin(" | ", columns).Append(" |\n|---|").Append(string.Concat(columns.Select(_ => "---|"))).Append('\n');
        foreach (var row in cells.Keys.Select(cell => cell.Row).Distinct())
        {
            text.Append("| ").Append(row).Append(" | ").AppendJoin(" | ", columns.Select(column => cells.GetValueOrDefault((row, column), ""))).Append(" |\n");
        }
    }

    private static string Text(ExactSystem system, int index, IReadOnlyDictionary<ExactSystem, IReadOnlyList<Check>>? done)
    {
        var exact = Numbers.Text(Math.Round(system.Values[index].Exact, 8));
        return done is null ? exact : $"{exact} ({Text(done[system][index])})";
    }

    private static string Text(Check check) =>
        (check.Value.IsRare ? "rare: " + check.First.Mean.ToString("0.######", CultureInfo.InvariantCulture) : Text(check.First))
            + (check.Second is { } second ? "; again: " + Text(second) : "");

    /// <summary>Two figures of the half width, and the mean to the same decimal.</summary>
    private static string Text(Estimate estimate)
    {
        var decimals = estimate.HalfWidth > 0 ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(estimate.HalfWidth)), 0, 8) : 0;
        return estimate.Mean.ToString("F" + decimals, CultureInfo.InvariantCulture) + " ± "
            + estimate.HalfWidth.ToString("F" + decimals, CultureInfo.InvariantCulture);
    }

    private static void Append(StringBuilder text, string name, int systems, Check[] checks)
    {
        var widths = checks.Where(check => !check.Value.IsRare).Select(check => 100 * check.RelativeWidth).Order().ToList();
        text.Append(CultureInfo.InvariantCulture,
            $"| {name} | {systems} | {checks.Length} | {checks.Count(check => check.Value.IsRare)} | {widths[widths.Count / 2]:0.0} % | {widths[^1]:0.0} % | ")
            .Append(CultureInfo.InvariantCulture, $"{checks.Count(check => check.Second is not null)} | {checks.Count(check => !check.Agrees)} |\n");
    }

    /// <summary>How often intervals of several levels held theory, which is a check of all of them together.</summary>
    private static string Coverage(IReadOnlyList<Check> all)
    {
        var estimated = all.Where(check => !check.Value.IsRare).ToList();
        var levels = new[] { 0.5, 0.8, 0.9, 0.95, 0.99 };
        return FormattableString.Invariant($"Of the {estimated.Count} numbers that were estimated, theory lay inside the first run's interval of\n\n")
            + "| confidence | " + string.Join(" | ", levels.Select(level => FormattableString.Invariant($"{100 * level:0} %"))) + " |\n|---|"
                + string.Concat(levels.Select(_ => "--:|")) + "\n"
            + "| in | "
                + string.Join(" | ",
                    levels.Select(level => FormattableString.Invariant($"{100.0 * estimated.Count(check => check.IsWithin(level)) / estimated.Count:0.0} %")))
                + " |\n";
    }

    [GeneratedRegex(@" \([^()]* ± [^()]*\)| \(rare: [^()]*\)")]
    private static partial Regex Simulated();
}
