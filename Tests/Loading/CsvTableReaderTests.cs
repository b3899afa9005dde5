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
    public void A_comment_begins_with_a_hash_and_a_blank_and_every_other_row_is_data()
    {
        var table = Read("# of \"last year\nsite,beds\n#N/A,1\n#VALUE!,2\n# closed, 3\n#\n#,\n#\tx\n#1,4\n\"#2\",5\n # x,6\n\"a\n# b\",7\n", out var problems);
        Assert.That(problems.Sorted, Is.Empty);
        Assert.That(table!.Rows.Select(row => row.Cells[0]), Is.EqualTo(new[] { "#N/A", "#VALUE!", "#1", "#2", "# x", "a\n# b" }));
        Assert.That(table.Rows.Select(row => row.Where.Line), Is.EqualTo(new[] { 3, 4, 9, 10, 11, 12 }));
    }

    [Test]
    public void A_line_that_was_meant_as_a_comment_is_told_how_to_be_one()
    {
        Assert.That(Read("site,beds\n#closed\nnorth,1\n", out var problems), Is.Null);
        Assert.That(problems.Sorted.Single().Hint, Is.EqualTo("A comment begins with # and a blank."));
    }

    [TestCase("site,beds\nnorth,1\n,\n,,\n , \n\n")]
    [TestCase("site,beds\r\nnorth,1\r\n,\r\n")]
    [TestCase("site,beds\rnorth,1\r")]
    public void Rows_of_empty_cells_are_nothing(string text)
    {
        Assert.That(Read(text, out var problems)!.Rows, Has.Count.EqualTo(1));
        Assert.That(problems.Sorted, Is.Empty);
    }

    [TestCase("site;beds\nnorth;1\n", "semicolons")]
    [TestCase("site;beds;x\nnorth;1,5;2\n", "semicolons")]
    [TestCase("site\tbeds\nnorth\t1\n", "tabs")]
    [TestCase("site|beds\nnorth|1\n", "bars")]
    [TestCase("sep=;\nsite;beds\n", "Take the line out")]
    public void Columns_that_other_signs_separate_are_named_once(string text, string named)
    {
        Assert.That(Read(text, out var problems), Is.Null);
        Assert.That(ProblemText.Render(problems.Sorted.Single()), Does.Contain(named));
    }

    [Test]
    public void A_row_that_a_decimal_comma_has_torn_names_the_comma()
    {
        Assert.That(Read("site,beds\nnorth,3,5\n", out var problems), Is.Null);
        Assert.That(problems.Sorted.Single().Hint, Does.StartWith(Advice.Commas));
    }

    [TestCase(new byte[] { (byte)'P', (byte)'K', 3, 4, 20 }, "workbook")]
    [TestCase(new byte[] { 0xFF, 0xFE, (byte)'a', 0 }, "UTF-16")]
    [TestCase(new byte[] { 0xFE, 0xFF, 0, (byte)'a' }, "UTF-16")]
    [TestCase(new byte[] { 0x1F, 0x8B, 8 }, "packed")]
    public void Files_of_other_kinds_are_named(byte[] bytes, string named)
    {
        var problems = new ProblemList();
        Assert.That(CsvTableReader.Read(bytes, "beds", "tables/beds.csv", problems), Is.Null);
        Assert.That(problems.Sorted.Single().Received, Does.Contain(named));
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
