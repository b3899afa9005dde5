namespace FlowSim.Scenarios.Loading.Text;

/// <summary>Months: <c>Jan</c>, <c>1</c>, <c>Apr-Sep</c>, <c>Dec-Mar</c>, <c>Jan|Jul</c>; bit 0 is January.</summary>
internal static class MonthText
{
    public const string Expected = "months, such as \"Jan\", \"1\", \"Apr-Sep\" or \"Dec-Mar\"";
    public const int MonthsInYear = 12;

    private static readonly string[] Names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public static bool TryParse(string text, out int mask, out string expected)
    {
        var read = NamedRange.TryParse(text, MonthsInYear, IndexOf, out mask);
        expected = read ? "" : Expected;
        return read;
    }

    /// <summary>0 for Jan or 1 to 11 for Dec or 12, -1 for any other word.</summary>
    public static int IndexOf(string name)
    {
        if (NumberText.TryParseWhole(name, out var number, out _))
        {
            return number is >= 1 and <= MonthsInYear ? number - 1 : -1;
        }

        return Array.IndexOf(Names, name);
    }
}
