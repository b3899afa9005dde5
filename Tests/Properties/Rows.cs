using FlowSim.Simulator.Measures;

namespace FlowSim.Tests.Properties;

/// <summary>Comparison of results row by row, to the last bit; undefined equals undefined.</summary>
internal static class Rows
{
    public static void AreEqual(ReplicationResult actual, ReplicationResult expected, string what)
    {
        Assert.Multiple(() =>
        {
            Assert.That(actual.Rows, Is.EqualTo(expected.Rows), what);
            Assert.That(actual.Flows, Is.EqualTo(expected.Flows), what);
            Assert.That(actual.Timelines.Select(series => series.Measure), Is.EqualTo(expected.Timelines.Select(series => series.Measure)), what);
            Assert.That(actual.Timelines.SelectMany(series => series.Values), Is.EqualTo(expected.Timelines.SelectMany(series => series.Values)), what);
        });
    }

    /// <summary>Rows by what names them, for comparing systems whose rows stand in another order.</summary>
    public static Dictionary<(string Period, string Measure, string Place, string Group), double> ByName(ReplicationResult result) =>
        result.Rows.ToDictionary(row => (row.Period, row.Measure, row.Place, row.Group), row => row.Value);
}
