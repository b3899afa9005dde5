using System.Text;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Tests.Loading;

public sealed class CsvTableReaderTests
{
    [Test]
    public void Rows_keep_their_cells_and_lines()
    {
        var table = Read("# beds\nsite,beds,status\n\nnorth, 60 ,measured\n# closed\n\"south, old\",48,\n", out var problems);
        Assert.That(problems.Sorted, Is.Empty);
        Assert.That(table!.Columns, Is.EqualTo(new[] { "site", "beds", "status" }));
        Assert.That(table.Rows.Select(row => string.Join("/", row.Cells)), Is.EqualTo(new[] { "north/60/measured", "south, old/48/" }));
        Assert.That(table.Rows.Select(row => row.Where.Line), Is.EqualTo(new[] { 4, 6 }));
        Assert.That(table.ColumnOf("beds"), Is.EqualTo(1));
    }

    [Test]
    public void A_ragged_row_is_a_problem_at_its_line()
    {
        Assert.That(Read("site,beds\nnorth,60\nsouth\neast,1,2\n", out var problems), Is.Null);
        Assert.That(problems.Sorted.Select(problem => (problem.Where.Line, problem.Received)), Is.EqualTo(new[] { (3, "1 cells"), (4, "3 cells") }));
        Assert.That(problems.Sorted[0].Path, Is.EqualTo("tables.beds"));
    }

    [Test]
    public void A_column_given_twice_is_a_problem()
    {
        Assert.That(Read("site,beds,site\nnorth,60,x\n", out var problems), Is.Null);
        Assert.That(ProblemText.Render(problems.Sorted.Single()), Is.EqualTo("tables/beds.csv:1: tables.beds: expected each column once; found \"site\"."));
    }

    [TestCase("")]
    [TestCase("# nothing but this\n")]
    [TestCase("site,,beds\nnorth,1,2\n")]
    [TestCase("site,beds\n\"north,60\n")]
    public void A_table_without_a_sound_header_or_with_open_quotes_is_refused(string text)
    {
        Assert.That(Read(text, out var problems), Is.Null);
        Assert.That(problems.HasErrors, Is.True);
    }

    [Test]
    public void Bytes_that_are_not_UTF8_are_refused()
    {
        var problems = new ProblemList();
        Assert.That(CsvTableReader.Read([(byte)'a', 0xFF, (byte)'\n'], "beds", "tables/beds.csv", problems), Is.Null);
        Assert.That(problems.Sorted.Single().Received, Is.EqualTo("byte 1 (0xFF)"));
    }

    private static TableData? Read(string text, out ProblemList problems)
    {
        problems = new ProblemList();
        return CsvTableReader.Read(Encoding.UTF8.GetBytes(text), "beds", "tables/beds.csv", problems);
    }
}
