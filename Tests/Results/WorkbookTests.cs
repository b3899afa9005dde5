using ExcelDataReader;
using FlowSim.Cli.Running;
using FlowSim.Scenarios.Results.Workbooks;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Report;

namespace FlowSim.Tests.Results;

/// <summary>Results as an Excel workbook, read back by another library than the one that wrote it.</summary>
public sealed class WorkbookTests
{
    [OneTimeSetUp]
    public void KnowOldLetters() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    [Test]
    public void Levels_and_differences_stand_in_it_as_in_the_files()
    {
        var results = SmallResults.All;
        using var stream = new MemoryStream();
        Workbook.Write(stream, results, measure => measure == "breaches", []);
        var sheets = Read(stream.ToArray());
        Assert.That(sheets.Keys, Is.EqualTo(new[] { "Levels", "Differences", "Savings", "Ledger", "Claims" }));
        var expected = results.Differences.Where(row => row.Key.Measure == "breaches").ToList();
        var differences = sheets["Differences"];
        Assert.That(differences, Has.Count.EqualTo(expected.Count + 1));
        var (mean, level) = (differences[0].IndexOf("mean"), differences[0].IndexOf("scenario_mean"));
        Assert.That(differences.Skip(1).Select(row => row[mean]), Is.EqualTo(expected.Select(row => (object)row.Mean)));
        Assert.That(level, Is.GreaterThan(mean), "levels stand beside the differences");
        Assert.That(sheets["Ledger"].Skip(1).Sum(row => Convert.ToDecimal(row[sheets["Ledger"][0].IndexOf("amount_gbp")])),
            Is.EqualTo(results.Ledger.Sum(line => line.Amount)));
    }

    [Test]
    public void A_comparison_leaves_one_that_begins_with_the_answer()
    {
        using var system = new SmallSystem();
        var file = Path.Combine(Path.GetDirectoryName(system.Results)!, "book.xlsx");
        string[] command = ["compare", "--system", system.Path, "--out", system.Results, "--excel", file];
        Assert.That(TypedCommand.Run(command).Exit, Is.Zero);
        var sheets = Read(File.ReadAllBytes(file));
        Assert.That(sheets.Keys.First(), Is.EqualTo("Answer"));
        Assert.That(sheets["Answer"][1][0], Is.EqualTo("Mean wait: consult").Or.EqualTo("Mean wait"));
        var again = TypedCommand.Run(command);
        Assert.That((again.Exit, again.Error), Is.EqualTo((ExitCode.Files, $"flowsim: {file} is there already; --force replaces it, or name another file\n")));
        Assert.That(TypedCommand.Run([.. command, "--force"]).Exit, Is.Zero);
    }

    [Test]
    public void Its_name_ends_as_a_workbook_does() =>
        Assert.That(TypedCommand.Run("compare", "--system", "two-wards", "--excel", "book.csv").Error, Does.Contain("--excel: expected a file that ends in .xlsx"));

    private static Dictionary<string, List<List<object?>>> Read(byte[] bytes)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes));
        var sheets = new Dictionary<string, List<List<object?>>>();
        do
        {
            var rows = sheets[reader.Name] = [];
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            }
        }
        while (reader.NextResult());

        return sheets;
    }
}
