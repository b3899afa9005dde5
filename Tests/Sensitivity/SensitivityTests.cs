using System.Text;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Sensitivity;

namespace FlowSim.Tests.Sensitivity;

public sealed class SensitivityTests
{
    [Test]
    public void What_is_written_is_read_back()
    {
        SensitivityRow[] rows = [Row("tables.a[b=1, c=*]", "breaches", -1.5, 0.25, 3, double.NaN), Row("pools.bed", "stay", 0, 0, 1e-7, 1)];
        using var bytes = new MemoryStream();
        SensitivityFile.Write(bytes, rows);
        Assert.That(SensitivityFile.Read(bytes.ToArray(), "sensitivity.csv", new ProblemList()), Is.EqualTo(rows));
    }

    [TestCase("path,measure\na,b\n", "sensitivity.csv:1", "at_low")]
    [TestCase("path,measure,unit,baseline,at_low,at_high\na,b,d,1,much,2\n", "sensitivity.csv:2", "much")]
    [TestCase("path,measure,unit,baseline,at_low,at_high\n,b,d,1,1,2\n", "sensitivity.csv:2", "no path")]
    public void A_damaged_file_is_told_with_its_line(string text, string place, string found)
    {
        var problems = new ProblemList();
        Assert.That(SensitivityFile.Read(Encoding.UTF8.GetBytes(text), "sensitivity.csv", problems), Is.Null);
        var told = string.Join("\n", problems.Sorted.Select(ProblemText.Render));
        Assert.That(told, Does.Contain(place).And.Contain(found));
    }

    [Test]
    public void Numbers_are_ordered_by_their_share_of_the_largest_move_of_a_measure_whatever_its_unit()
    {
        var order = new SensitivityOrder(
        [
            Row("a", "breaches", -50, 1, 100, 1), Row("b", "breaches", 0, 1, 40, 1),
            Row("a", "stay", 0.01, 0, 0, 0), Row("b", "stay", 0, 0, -0.02, 0), Row("c", "stay", 0, 0, 0.015, 0),
        ]);
        Assert.That(new[] { "a", "b", "c", "d" }.Select(order.ShareOf), Is.EqualTo(new[] { 1, 1, 0.75, -1 }).Within(1e-12));
        Assert.That(new[] { "a", "b", "c" }.Select(path => order.StrongestOf(path)!.Measure), Is.EqualTo(new[] { "breaches", "stay", "stay" }));
    }

    [Test]
    public void Of_two_that_are_each_the_strongest_of_a_measure_that_comes_first_which_moves_others_too()
    {
        var order = new SensitivityOrder([Row("a", "breaches", 9, 1, 10, 1), Row("b", "stay", 2, 0, 4, 0), Row("b", "breaches", 4, 1, 5, 1)]);
        Assert.That((order.ShareOf("a"), order.ShareOf("b")), Is.EqualTo((1.0, 1.0)));
        Assert.That(new[] { "a", "b", "c" }.Select(order.TotalOf), Is.EqualTo(new[] { 1, 1.5, -1 }).Within(1e-12));
    }

    [Test]
    public void A_move_within_its_interval_is_none()
    {
        Assert.That(Row("a", "stay", 2, 2.5, -3, 3.5).Move, Is.Zero);
        Assert.That(Row("a", "stay", 2, 2.5, -3, 1).Move, Is.EqualTo(3));
        Assert.That(Row("a", "stay", 2, double.NaN, double.NaN, double.NaN).Move, Is.EqualTo(2));
    }

    [Test]
    public void Rows_of_a_table_that_were_moved_together_are_found_under_its_name()
    {
        var order = new SensitivityOrder([Row("tables.beds", "stay", 1, 0, 2, 0)]);
        Assert.That(order.ShareOf("tables.beds[site=north]"), Is.EqualTo(1));
    }

    private static SensitivityRow Row(string path, string measure, double low, double lowHalf, double high, double highHalf) => new()
    {
        Path = path,
        Measure = measure,
        Unit = "d",
        Baseline = 5,
        Low = "1 d",
        AtLow = low,
        AtLowHalf = lowHalf,
        High = "2 d",
        AtHigh = high,
        AtHighHalf = highHalf,
        Run = "4 replications, seed 1",
    };
}
