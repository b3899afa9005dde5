using System.Globalization;

namespace FlowSim.Tests.Cases;

/// <summary>
/// A number, or a row of the results: <c>MEASURE of GROUP at PLACE in PERIOD</c> or <c>on DAY</c>, of which all but the measure may be left out.
/// </summary>
internal sealed record CaseTerm(string Measure, string Group, string Place, string? Period, double Number)
{
    public static CaseTerm Read(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return new CaseTerm("", "", "", null, number);
        }

        var words = text.Split(' ');
        var parts = words.Skip(1).Chunk(2).ToDictionary(pair => pair[0], pair => pair[^1]);
        Assert.That(parts.Keys, Is.SubsetOf(new[] { "of", "at", "in", "on" }), $"'{text}' is no term");
        return new CaseTerm(words[0], parts.GetValueOrDefault("of", ""), parts.GetValueOrDefault("at", "system"), parts.GetValueOrDefault("in")
            ?? parts.GetValueOrDefault("on"), 0);
    }

    public double Of(CaseResults results, int replication) => Measure.Length == 0 ? Number : results.Value(this, replication);
}
