using System.Globalization;
using System.Text;
using CsvHelper;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace FlowSim.Scenarios.Loading;

/// <summary>The first sheet of an Excel workbook as the CSV that it would be: dates as dates, per cent as per cent, numbers with all their digits.</summary>
internal static class WorkbookTable
{
    /// <summary>How the name of a workbook ends.</summary>
    public const string Ending = ".xlsx";

    private const double Percent = 100;

    /// <summary>The library asks for an old page of letters that .NET knows on request only, whether or not the workbook has any of it.</summary>
    static WorkbookTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The cells as CSV in UTF-8; null, with the problem said, where it is no workbook.</summary>
    public static byte[]? AsCsv(byte[] workbook, string file, ProblemList problems)
    {
        try
        {
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(workbook));
            using var csv = new MemoryStream();
            using (var writer = CsvWriter.Create(csv, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true))
            {
                while (reader.Read())
                {
                    for (var cell = 0; cell < reader.FieldCount; cell++)
                    {
                        writer.WriteField(Text(reader, cell));
                    }

                    writer.EndRecord();
                }
            }

            return csv.ToArray();
        }
        catch (Exception failure) when (failure is ExcelReaderException or InvalidDataException or System.Xml.XmlException or FormatException)
        {
            problems.Error(new SourceLocation(file, 0, 0), "", "an Excel workbook (.xlsx)", failure.Message, "Save it again as .xlsx, without a password, or as CSV.");
            return null;
        }
    }

    private static string Text(IExcelDataReader reader, int cell) => reader.GetValue(cell) switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTime moment => Moment(moment),
        TimeSpan time => time.ToString(@"hh\:mm", CultureInfo.InvariantCulture),
        double number when reader.GetNumberFormatString(cell)?.Contains('%') == true => Number(Math.Round(number * Percent, 10)) + " %",
        double number => Number(number),
        int number => number.ToString(CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Number(double number) => number.ToString("0.################", CultureInfo.InvariantCulture);

    /// <summary>A date, with its time where it has one; a time alone, which a workbook keeps as a moment of its first day.</summary>
    private static string Moment(DateTime moment)
    {
        const int FirstYear = 1900;
        return moment.Year < FirstYear ? moment.ToString("HH:mm", CultureInfo.InvariantCulture)
            : moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }
}
