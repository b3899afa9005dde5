using System.Globalization;
using System.Text;

namespace FlowSim.Tests.Analytic;

/// <summary>The table that a run of the theory tests prints: one line a system.</summary>
internal static class TheoryTable
{
    public static string Text(IReadOnlyDictionary<ExactSystem, (IReadOnlyList<Check> Checks, double CpuSeconds)> done)
    {
        var text = new StringBuilder(
            "Theory: simulated means against exact answers. Width: widest half interval [% of theory]; off: largest distance [half widths].\n");
        Append(text, "system", "checks", "rare", "width", "off", "2nd run", "disagree", "CPU s");
        foreach (var section in ExactSection.All.Where(section => section.Systems.Any(done.ContainsKey)))
        {
            text.Append(section.Title).Append('\n');
            foreach (var system in section.Systems.Where(done.ContainsKey))
            {
                Append(text, system.Name, done[system].Checks, done[system].CpuSeconds);
            }
        }

        Append(text, "all", [.. done.Values.SelectMany(each => each.Checks)], done.Values.Sum(each => each.CpuSeconds));
        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, IReadOnlyList<Check> checks, double seconds)
    {
        var estimated = checks.Where(check => !check.Value.IsRare).ToList();
        var (width, off) = estimated.Count == 0 ? (0, 0) : (
            estimated.Max(check => 100 * check.RelativeWidth),
            estimated.Max(check => Math.Abs(check.Deciding.Mean - check.Value.Exact) / check.Deciding.HalfWidth));
        Append(
            text,
            "  " + name,
            Number(checks.Count, "0"),
            Number(checks.Count(check => check.Value.IsRare), "0"),
            Number(width, "0.0"),
            Number(off, "0.00"),
            Number(checks.Count(check => check.Second is not null), "0"),
            Number(checks.Count(check => !check.Agrees), "0"),
            Number(seconds, "0.0"));
    }

    private static void Append(StringBuilder text, string name, params string[] cells) =>
        text.Append(name.PadRight(52)).Append(string.Concat(cells.Select(cell => cell.PadLeft(9)))).Append('\n');

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
