using System.Globalization;
using CsvHelper;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Tables;
using FlowSim.Tests.Cli;
using Parquet;

namespace FlowSim.Tests.Results;

/// <summary><c>--parquet</c>: the tables with types, beside the CSV files.</summary>
public sealed class ParquetTests
{
    [Test]
    public void Every_table_is_there_with_the_cells_of_its_csv_file_and_in_the_manifest()
    {
        using var system = new SmallSystem();
        var typed = TypedCommand.Run("compare", "--system", system.Path, "--out", system.Results, "--quiet", "--parquet", "--draws", "5");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        var tables = Directory.GetFiles(system.Results, "*.csv");
        Assert.That(Directory.GetFiles(system.Results, "*.parquet").Select(Path.GetFileNameWithoutExtension).Order(),
            Is.EqualTo(tables.Select(Path.GetFileNameWithoutExtension).Order()));
        var manifest = File.ReadAllText(Path.Combine(system.Results, "manifest.json"));
        foreach (var table in tables)
        {
            var parquet = Path.ChangeExtension(table, ".parquet");
            Assert.That(manifest, Does.Contain($"\"{Path.GetFileName(parquet)}\""));
            DemandSame(File.ReadAllBytes(table), File.ReadAllBytes(parquet), Path.GetFileName(table));
        }
    }

    [Test]
    public void A_run_without_the_option_writes_none_and_takes_away_those_of_an_earlier_one()
    {
        using var system = new SmallSystem();
        Assert.That(TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", system.Results, "--quiet", "--parquet").Exit, Is.Zero);
        Assert.That(Directory.GetFiles(system.Results, "*.parquet"), Is.Not.Empty);
        Assert.That(TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", system.Results, "--quiet", "--force").Exit, Is.Zero);
        Assert.That(Directory.GetFiles(system.Results, "*.parquet"), Is.Empty);
    }

    [Test]
    public void Amounts_days_and_flags_have_their_types()
    {
        var line = new LedgerLine
        {
            Scenario = "hub",
            Year = "2017/18",
            Partner = "trust",
            Counterparty = "",
            Line = "beds",
            Perspective = "resource",
            Basis = "cash",
            Quantity = -12.75m,
            Unit = "bed-days",
            UnitCost = 313.05m,
            Amount = 3991.39m,
            Lower95 = double.NaN,
            Upper95 = double.NaN,
            Recurrent = true,
            PriceYear = "2016/17",
        };
        Types(ResultTables.Ledger, line, ("amount_gbp", typeof(double)), ("recurrent", typeof(bool)), ("n_outer", typeof(int)));
        var day = new CalibrationDay
        {
            Measure = "occupied",
            Place = "north",
            Day = "2016-12-31",
            Unit = "beds",
            Observed = 91.5,
            Mean = 90,
            P05 = double.NaN,
            P95 = double.NaN,
        };
        Types(ResultTables.CalibrationDays, day, ("day", typeof(DateOnly)), ("observed", typeof(double)));
    }

    private static void Types<T>(RowTable<T> table, T row, params (string Column, Type Type)[] expected)
        where T : class
    {
        using var csv = new MemoryStream();
        using var parquet = new MemoryStream();
        table.Write(csv, [row, row]);
        table.WriteParquet(parquet, [row, row]);
        DemandSame(csv.ToArray(), parquet.ToArray(), table.File);
        using var stream = new MemoryStream(parquet.ToArray());
        using var reader = new OpenedParquet(stream);
        foreach (var (column, type) in expected)
        {
            Assert.That(reader.Of.Schema.FindDataField(column).ClrType, Is.EqualTo(type), column);
        }
    }

    private static void DemandSame(byte[] csv, byte[] parquet, string file)
    {
        using var cells = CsvReader.Create(csv, new CsvReaderOptions());
        cells.ReadHeader();
        using var stream = new MemoryStream(parquet);
        using var reader = new OpenedParquet(stream);
        Assert.That(reader.Of.Schema.DataFields.Select(field => field.Name), Is.EqualTo(cells.Headers), file);
        var columns = reader.Of.Schema.DataFields.Select(field => reader.Column(field.Name)).ToList();
        var at = 0;
        for (; cells.Read(); at++)
        {
            for (var column = 0; column < columns.Count; column++)
            {
                DemandSame(cells.GetString(column), columns[column][at], $"{file}, row {at + 2}, {reader.Of.Schema.DataFields[column].Name}");
            }
        }

        Assert.That(columns.Select(column => column.Count).Distinct(), Is.EqualTo(new[] { at }), $"{file}: as many rows");
    }

    private static void DemandSame(string cell, object? value, string where)
    {
        var same = value switch
        {
            null => cell.Length == 0,
            string text => text == cell,
            bool flag => cell == (flag ? "true" : "false"),
            DateOnly day => cell == day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            int count => cell == count.ToString(CultureInfo.InvariantCulture),
            double number => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture).Equals(number),
            _ => false,
        };
        Assert.That(same, Is.True, $"{where}: {cell} and {value}");
    }
}
