using System.Globalization;
using System.Text;
using FlowSim.Cli.Running;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Results;
using SpreadCheetah;
using SpreadCheetah.Styling;

namespace FlowSim.Tests.Stays;

/// <summary><c>stays:</c>, an export of admissions as it comes.</summary>
public sealed class StaysTableTests
{
    private const string Header = "Spell ID,Site,Age,Admitted,Discharged,LOS (days)";

    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void It_reads_the_keys_that_the_reference_lists() => Assert.That(StaysTerms.Keys, Is.EqualTo(StaysKeys.Stays.Names));

    [Test]
    public void An_export_with_uk_dates_is_fitted_by_site_and_age_and_the_choice_is_shown()
    {
        Write("from: Admitted, to: Discharged, dates: dd/mm/yyyy, taken: 2017-06-30, by: { site: Site, age: Age }, fit: best", Export(600));
        var check = TypedCommand.Run("check", folder.Path);
        Assert.That(check.Exit, Is.Zero, check.Out);
        Assert.That(check.Out, Does.Match(@"stays\.ward-stays, north, under-65: \d+ stays(, \d+ of them not over)?; \w+ .* by maximum likelihood; AIC \w+ [\d.]+, \w+ [\d.]+, \w+ [\d.]+"));
        Assert.That(check.Out.Split('\n').Count(line => line.StartsWith("stays.ward-stays", StringComparison.Ordinal)), Is.EqualTo(4));
        var described = TypedCommand.Run("describe", "--system", folder.Path);
        Assert.That(described.Out, Does.Contain("maximum likelihood"), described.Error);
        var run = TypedCommand.Run("run", "baseline", "--system", folder.Path, "--out", Path.Combine(folder.Path, "results"), "--quiet");
        Assert.That(run.Exit, Is.Zero, run.Error);
        Assert.That(File.ReadAllText(Path.Combine(folder.Path, "results", "system.json")), Does.Contain("by maximum likelihood"));
    }

    [Test]
    public void A_table_of_stays_that_cannot_be_made_is_told_once_and_not_where_it_is_read()
    {
        Write("from: Admitted, to: Discharged, dates: dd/mm/yyyy, taken: 2017-06-30, by: { site: Nowhere }, fit: best", Export(60));
        var check = TypedCommand.Run("check", folder.Path);
        Assert.That(check.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(check.Out, Does.Contain("Nowhere").And.Not.Contain("the name of a table"));
    }

    [Test]
    public void A_cell_of_a_workbook_that_holds_a_date_says_itself_which()
    {
        Write("from: Admitted, to: Discharged, dates: dd/mm/yyyy, taken: 2017-06-30, by: { site: Site, age: Age }, fit: best", Export(400));
        var csv = TypedCommand.Run("check", folder.Path);
        var file = Path.Combine(folder.Path, "tables", "admissions.csv");
        File.WriteAllBytes(Path.ChangeExtension(file, ".xlsx"), Workbook(File.ReadAllLines(file)));
        File.Delete(file);
        var workbook = TypedCommand.Run("check", folder.Path);
        Assert.That(workbook.Exit, Is.Zero, workbook.Out);
        Assert.That(workbook.Out, Is.EqualTo(csv.Out));
    }

    /// <summary>The lines of a CSV file with its dates as cells that hold dates.</summary>
    private static byte[] Workbook(IEnumerable<string> lines)
    {
        using var stream = new MemoryStream();
        using (var workbook = Spreadsheet.CreateNewAsync(stream).AsTask().GetAwaiter().GetResult())
        {
            workbook.StartWorksheetAsync("export").AsTask().GetAwaiter().GetResult();
            foreach (var line in lines)
            {
                StyledCell[] row = [.. line.Split(',').Select(cell =>
                    DateTime.TryParseExact(cell, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                        ? new StyledCell(day, null)
                        : new StyledCell(cell, null))];
                workbook.AddRowAsync(row).AsTask().GetAwaiter().GetResult();
            }

            workbook.FinishAsync().AsTask().GetAwaiter().GetResult();
        }

        return stream.ToArray();
    }

    [Test]
    public void Lengths_are_drawn_as_they_are_where_nothing_is_fitted()
    {
        Write("length: LOS (days), by: { site: Site }", Export(60, isIso: true));
        var run = TypedCommand.Run("run", "baseline", "--system", folder.Path, "--out", Path.Combine(folder.Path, "results"), "--quiet");
        Assert.That(run.Exit, Is.Zero, run.Error);
        var mean = File.ReadLines(Path.Combine(folder.Path, "results", "summary.csv")).Select(line => line.Split(','))
            .Single(cells => cells is ["baseline", "all", "length_of_stay", "north", ..]);
        var listed = Export(60, isIso: true).Skip(1).Select(line => line.Split(',')).Where(cells => cells[1] == "north")
            .Average(cells => double.Parse(cells[5], CultureInfo.InvariantCulture));
        Assert.That(double.Parse(mean[7], CultureInfo.InvariantCulture), Is.EqualTo(listed).Within(0.25));
    }

    [Test]
    public void Lengths_and_dates_that_agree_to_a_day_are_taken_together()
    {
        Write("length: LOS (days), by: { site: Site }", Export(60, isIso: true));
        var lengths = TypedCommand.Run("check", folder.Path);
        Write("length: LOS (days), from: Admitted, to: Discharged, taken: 2030-01-01, by: { site: Site }", Export(60, isIso: true));
        var both = TypedCommand.Run("check", folder.Path);
        Assert.That(both.Exit, Is.Zero, both.Out);
        Assert.That(both.Out, Is.EqualTo(lengths.Out));
    }

    [Test]
    public void A_scenario_may_cut_the_law_of_one_site()
    {
        Write("length: LOS (days), by: { site: Site }, fit: gamma, at_most: 40 d", Export(200, isIso: true), """
            scenarios:
              shorter: [ { set: "tables.ward-stays[site=north].time", to: "gamma mean 3 d sd 2 d at most 40 d", reason: "reviews" } ]
            """);
        var check = TypedCommand.Run("check", folder.Path);
        Assert.That(check.Exit, Is.Zero, check.Out);
        Assert.That(TypedCommand.Run("list", "paths", "ward-stays", "--system", folder.Path).Out, Does.Match("tables.ward-stays.site=north..time = gamma mean"));
    }

    [TestCase("from: Admitted, to: Discharged, dates: dd/mm/yyyy, fit: best", "1,north,70,03/05/2017,,5", "tables/admissions.csv:2", "a day of discharge", "taken")]
    [TestCase("from: Admitted, to: Discharged, dates: dd/mm/yyyy, fit: best", "1,north,70,03/05/2017,01/05/2017,5", "tables/admissions.csv:2",
        "a discharge that is not before the admission (03/05/2017)", "01/05/2017")]
    [TestCase("from: Admitted, to: Discharged, fit: best", "1,north,70,03/05/2017,04/05/2017,5", "tables/admissions.csv:2", "a date as yyyy-mm-dd", "03/05/2017")]
    [TestCase("length: LOS (days), by: { site: Site }", "1,nort,70,03/05/2017,04/05/2017,5", "tables/admissions.csv:2", "a value of site: north, south", "nort")]
    [TestCase("length: LOS (days), by: { age: Age }", "1,north,old,03/05/2017,04/05/2017,5", "tables/admissions.csv:2", "or an age", "old")]
    [TestCase("length: LOS (days)", "1,north,70,03/05/2017,04/05/2017,-2", "tables/admissions.csv:2", "a number of at least 0", "-2")]
    [TestCase("length: LOS (days)", "1,north,70,03/05/2017,04/05/2017,120 +", "tables/admissions.csv:2", "a number of at least 0", "120 +")]
    [TestCase("length: LOS", "1,north,70,03/05/2017,04/05/2017,2", "system.yaml:", "a column of admissions", "LOS")]
    [TestCase("length: LOS (days), fit: normal", "1,north,70,03/05/2017,04/05/2017,2", "system.yaml:", "lognormal, gamma, weibull or best", "normal")]
    [TestCase("length: LOS (days), fit: best", "1,north,70,03/05/2017,04/05/2017,2", "system.yaml:", "at least 10 stays that are over", "1 of 1")]
    [TestCase("length: LOS (days), by: { sit: Site }", "1,north,70,03/05/2017,04/05/2017,2", "system.yaml:", "a dimension, or an attribute", "sit")]
    [TestCase("from: Admitted, to: Discharged, dates: dd/mm/yyyy, taken: 2017-06-30", "1,north,70,03/05/2017,,", "system.yaml:", "where some are still in bed", "")]
    [TestCase("length: LOS (days), from: Admitted, to: Discharged, dates: dd/mm/yyyy", "1,north,70,03/05/2017,05/05/2017,9", "tables/admissions.csv:2",
        "2 d from 03/05/2017 to 05/05/2017, give or take a day", "9")]
    [TestCase("length: LOS (days), from: Admitted", "1,north,70,03/05/2017,05/05/2017,2", "system.yaml:", "or all three", "no to:")]
    [TestCase("lenght: LOS (days)", "1,north,70,03/05/2017,04/05/2017,2", "system.yaml:", "a known key", "lenght")]
    [TestCase("dates: dd/mm/yyyy", "1,north,70,03/05/2017,04/05/2017,2", "system.yaml:", "length: and the column", "neither")]
    public void What_cannot_be_used_is_told_with_file_and_line(string terms, string row, string where, string expected, string found)
    {
        Write(terms, [Header, row]);
        var check = TypedCommand.Run("check", folder.Path);
        Assert.That(check.Exit, Is.EqualTo(ExitCode.InvalidInput), check.Out);
        Assert.That(check.Out, Does.Contain(where).And.Contain(expected).And.Contain(found));
    }

    private void Write(string terms, IEnumerable<string> export, string more = "")
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "tables"));
        File.WriteAllLines(Path.Combine(folder.Path, "tables", "admissions.csv"), export);
        File.WriteAllText(Path.Combine(folder.Path, "system.yaml"), $$"""
            system: export
            title: Stays from an export
            run: { starts: Mon 00:00, lasts: 364 d, warm_up: 60 d, begin: empty, replications: 2 }
            dimensions: { site: [north, south] }
            attributes: { age: [under-65, 65-plus] }
            pools: { bed: { each: site, kind: beds, capacity: unlimited } }
            streams:
              admissions: { each: site, to: ward, rate: 4 per d, attributes: { age: { under-65: 50 %, 65-plus: rest } } }
            stays:
              ward-stays: { file: admissions, {{terms}} }
            stages:
              ward: { each: site, place: bed@site, clock: spell, time: { table: ward-stays }, then: leave }
            measures:
              length_of_stay: { title: Length of stay, clock: spell, mean: true, unit: d, by: site }
            {{more}}
            """);
    }

    /// <summary>Stays of two sites and ages from two laws, some of whom are in bed when the export is taken.</summary>
    private static IEnumerable<string> Export(int count, bool isIso = false)
    {
        yield return Header;
        var taken = new DateOnly(2017, 6, 30);
        for (var at = 0; at < count; at++)
        {
            var u = ((at * 0.6180339887) + 0.1) % 1;
            var days = (int)(-Math.Log(1 - u) * (at % 2 == 0 ? 4 : 9));
            var admitted = taken.AddDays(-1 - (at * 97 % 180));
            var discharged = admitted.AddDays(days);
            var text = new StringBuilder().Append(at + 1).Append(at % 2 == 0 ? ",north," : ",south,").Append(at % 4 < 2 ? 40 + (at % 20) : 66 + (at % 30));
            text.Append(',').Append(Date(admitted)).Append(',').Append(discharged > taken && !isIso ? "" : Date(discharged)).Append(',');
            yield return text.Append(discharged > taken && !isIso ? "" : days.ToString(CultureInfo.InvariantCulture)).ToString();
        }

        string Date(DateOnly day) => day.ToString(isIso ? "yyyy-MM-dd" : "dd/MM/yyyy", CultureInfo.InvariantCulture);
    }
}
