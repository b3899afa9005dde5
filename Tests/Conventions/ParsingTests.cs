using System.Text.RegularExpressions;

namespace FlowSim.Tests.Conventions;

/// <summary>
/// No text is read by the language of the machine, its time zone or today's date, and none leniently. `BannedSymbols.Parsing.txt` says the same to the
/// compiler, overload by overload.
/// </summary>
public sealed partial class ParsingTests
{
    private static readonly string[] Lenient = ["NumberStyles.Any", "NumberStyles.Number", "NumberStyles.Float", "NumberStyles.Currency",
        "NumberStyles.Integer", "AllowThousands", "AllowParentheses", "AllowLeadingWhite", "AllowTrailingWhite", "AllowCurrencySymbol"];

    [TestCase("DateTime.TryParse(text, out var when)", true)]
    [TestCase("DateOnly.Parse(text, CultureInfo.InvariantCulture)", true)]
    [TestCase("TimeSpan.TryParse(text, out var span)", true)]
    [TestCase("double.TryParse(text, out var value)", true)]
    [TestCase("double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)", true)]
    [TestCase("int.Parse(text, NumberStyles.None)", true)]
    [TestCase("Convert.ToDouble(text)", true)]
    [TestCase("day.ToString(\"yyyy-MM-dd\")", true)]
    [TestCase("DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)", false)]
    [TestCase("DateOnly.TryParseExact(text, Form, out var day)", true)]
    [TestCase("int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)", false)]
    [TestCase("NumberText.TryParse(text, out var value, out _)", false)]
    [TestCase("Convert.ToHexString(bytes)", false)]
    [TestCase("day.ToString(\"yyyy-MM-dd\", CultureInfo.InvariantCulture)", false)]
    public void A_line_reads_leniently(string line, bool expected) => Assert.That(IsLenient(line), Is.EqualTo(expected));

    [Test]
    public void Nothing_in_the_product_reads_leniently()
    {
        var offenders = from file in SourceFile.Product
                        from line in file.Lines.Select((text, index) => (Text: text, Number: index + 1))
                        where IsLenient(line.Text)
                        select $"{file.RelativePath}:{line.Number}: {line.Text.Trim()}";
        Assert.That(offenders, Is.Empty);
    }

    private static bool IsLenient(string line) =>
        Time().IsMatch(line)
        || Conversion().IsMatch(line)
        || Array.Exists(Lenient, line.Contains)
        || ((Number().IsMatch(line) || Exact().IsMatch(line) || Format().IsMatch(line)) && !line.Contains("CultureInfo.InvariantCulture"));

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset|DateOnly|TimeOnly|TimeSpan)\.(Try)?Parse\(")]
    private static partial Regex Time();

    [GeneratedRegex(@"\bConvert\.To(Double|Single|Decimal|DateTime)\(")]
    private static partial Regex Conversion();

    [GeneratedRegex(@"\b(double|float|decimal|s?byte|u?short|u?int|u?long|Double|Single|Decimal|U?Int\d+)\.(Try)?Parse\(")]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset|DateOnly|TimeOnly|TimeSpan)\.(Try)?ParseExact\(")]
    private static partial Regex Exact();

    [GeneratedRegex(@"\.ToString\(""[^""]*""\)")]
    private static partial Regex Format();
}
