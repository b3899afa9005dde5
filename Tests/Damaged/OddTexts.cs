namespace FlowSim.Tests.Damaged;

/// <summary>What people, spreadsheets and those who mean harm write where something else should stand.</summary>
internal static class OddTexts
{
    /// <summary>Values.</summary>
    public static string[] Values { get; } =
    [
        "", "~", "null", "[]", "{}", "*", "0", "-1", "0.5", "-0", "1e308", "1e400", "1e-300", "NaN", "Infinity", "2147483647", "2147483648",
        "99999999999999999999", "0x10", "1_000", "1,290", "3,5",
        "0 d", "-3 d", "0.2 s", "1e9 d", "1e308 y", "14 days", "8 hrs", "3 months", "1 per 0 d", "1e308 per s", "5 per 0.0001 s", "-2 per d", "12 per month",
        "0 %", "100 %", "150 %", "-5 %", "1e-9 %", "rest",
        "0001-01-01", "9999-12-31", "2017-02-30", "01/07/2017", "Mon 00:00", "Mon 24:00", "monday", "Monday", "Mon-Fri", "Sun-Mon", "Mon–Fri", "holidays",
        "daily", "24:00", "25:00", "8am", "08:00:00", "08:00-08:00", "23:00-01:00",
        "until next Mon 08:00", "until next 24:00", "until x opens", "until next drawn x", "2 d of x", "1 h of 1 h of x", "exponential mean 0 d",
        "exponential mean 1e300 d", "lognormal mean 1 d sd 1e200 d", "gamma mean 1 d sd 1e-9 d",
        "gamma mean 1e-9 s sd 1e9 d", "weibull shape 1e-6 scale 1 d", "weibull shape 1e9 scale 1 d", "normal mean -5 d sd 1 h", "binomial 100001 50 %",
        "binomial 100000 50 %", "binomial 2 150 %", "uniform 5 d 1 d", "triangular 1 d 1 d 1 d",
        "empirical x column y in d", "empirical beds column beds in 0 d", "lognormal mu 800 sigma 80 d", "1 d at least 2 d at most 1 d", "8 min at most 0 s",
        "a@b@c", "@", "site@", "@site", "a + b", "2 of bed", "0 of bed", "2147483647 of bed",
        "-1 of bed", "bed + bed", "none", "keep", "leave", "not not not x", "((((x))))", "1 = 1", "hour >= 8 and", "waiting(", "open(x)@y",
        "date >= 0001-01-01", "\"", "'", "a'b\"c", "#N/A", "#VALUE!", "=1+1", "\u00a0", "\u200b", "\u0435d",
        "\ud83c\udfe5", "\u001b[31m", "x\0y", "true", "yes", "£5", "stages.*.time", "stages", "tables.x[a=b].c", "a.b.c.d", "[1,2", "1-5000", "8-17", "17-8",
        "0|0", "Jan-Dec", "13",
    ];

    /// <summary>Signs that mean something to YAML or CSV.</summary>
    public static string[] Signs { get; } =
    [
        "{", "}", "[", "]", ":", ": ", ",", "-", "- ", "#", " #", "\"", "'", "&a ", "*a", "!x ", "|", ">", "---\n", "...\n", "%", "@", "?", "\n", "\n\n",
        "\r\n", "\r", "\t", " ", "  ", ";", "\ufeff", "\u0085", "\u2028", "=", "<<: ", "\0",
    ];
}
