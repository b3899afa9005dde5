using FlowSim.Scenarios.Loading;
using SpreadCheetah;
using SpreadCheetah.Styling;

namespace FlowSim.Tests.Loading;

/// <summary>Tables from Excel workbooks.</summary>
public sealed class WorkbookTableTests
{
    [Test]
    public void Cells_are_read_as_they_would_stand_in_a_csv()
    {
        var problems = new ProblemList();
        var table = CsvTableReader.Read(Made(), "stays", "tables/stays.xlsx", problems)!;
        Assert.That(problems.HasErrors, Is.False);
        Assert.That(table.Columns, Is.EqualTo(new[] { "site", "beds", "share", "day", "at" }));
        Assert.That(table.Rows, Has.Count.EqualTo(2));
        Assert.That(Enumerable.Range(0, 5).Select(column => table.Rows[0].Cells[column]), Is.EqualTo(new[] { "north, east", "26", "35.5 %", "2016-04-05", "2016-04-05 13:30" }));
        Assert.That(table.Rows[1].Cells[1], Is.EqualTo("0.1"));
    }

    [Test]
    public void What_is_no_workbook_is_said()
    {
        var problems = new ProblemList();
        Assert.That(CsvTableReader.Read("site,beds\nnorth,3\n"u8.ToArray(), "stays", "tables/stays.xlsx", problems), Is.Null);
        Assert.That(problems.Sorted.Single().Expected, Is.EqualTo("an Excel workbook (.xlsx)"));
    }

    private static byte[] Made()
    {
        using var stream = new MemoryStream();
        using (var workbook = Spreadsheet.CreateNewAsync(stream).AsTask().GetAwaiter().GetResult())
        {
            workbook.StartWorksheetAsync("stays").AsTask().GetAwaiter().GetResult();
            var percent = workbook.AddStyle(new Style { Format = NumberFormat.Standard(StandardNumberFormat.PercentTwoDecimalPlaces) });
            StyledCell[] head = [Text("site"), Text("beds"), Text("share"), Text("day"), Text("at")];
            StyledCell[] first =
            [
                Text("north, east"), new StyledCell(26, null), new StyledCell(0.355, percent), new StyledCell(new DateTime(2016, 4, 5), null),
                new StyledCell(new DateTime(2016, 4, 5, 13, 30, 0), null),
            ];
            StyledCell[] second = [Text("south"), new StyledCell(0.1, null), new StyledCell(0.5, percent), Text("-"), Text("-")];
            foreach (var row in new[] { head, first, second })
            {
                workbook.AddRowAsync(row).AsTask().GetAwaiter().GetResult();
            }

            workbook.FinishAsync().AsTask().GetAwaiter().GetResult();
        }

        return stream.ToArray();
    }

    private static StyledCell Text(string text) => new(text, null);
}
