using System.Globalization;
using System.Text.RegularExpressions;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Cli;

/// <summary>The same results on every machine: whatever its language, calendar and time zone.</summary>
public sealed partial class LocaleTests
{
    private const string Dated = """
        system: ward
        run: { starts: 2015-04-01, branch: 2016-04-01, lasts: 1 y, begin: empty, replications: 3 }
        calendars: { day: { open: Mon-Fri 08:00-18:00 }, strike: { dates: [2016-05-03] } }
        pools:
          bed: { kind: beds, capacity: 9.0 }
          nurse: { kind: staff, capacity: { calendar: day, inside: 3, outside: 1 } }
        streams: { a: { to: stay, rate: 4.5 per d } }
        stages: { stay: { place: bed, staff: nurse, time: lognormal mean 1.5 d sd 2.5 d, then: leave } }
        measures:
          stays: { total: { entries: stay }, monthly: true }
        timelines: { occupied_beds: { pools: bed } }
        scenarios: { more: [ { add: pools.bed.capacity, by: 2, from: 2016-06-01, over: 30 d } ] }

        """;

    private static readonly (string Name, string Value)[][] Machines =
    [
        [("LANG", "C"), ("TZ", "UTC")],
        [("LANG", "de_DE.UTF-8"), ("LC_ALL", "de_DE.UTF-8"), ("TZ", "America/New_York"), ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "false")],
        [("LANG", "th_TH.UTF-8"), ("LC_ALL", "th_TH.UTF-8"), ("TZ", "Asia/Bangkok"), ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "false")],
        [("LANG", "ar_SA.UTF-8"), ("LC_ALL", "ar_SA.UTF-8"), ("TZ", "Asia/Riyadh"), ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "false")],
        [("LANG", "fa_IR"), ("LC_ALL", "fa_IR"), ("TZ", "Asia/Kathmandu"), ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "false")],
        [("LANG", "en_GB.ISO-8859-1"), ("LC_ALL", "en_GB.ISO-8859-1"), ("TZ", "Europe/London"), ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "false")],
    ];

    [Test]
    public void Results_are_the_same_bytes_in_every_language_and_time_zone()
    {
        using var system = new FlowFile(Dated);
        var first = FilesOn(system, Machines[0]);
        Assert.That(first.Keys, Does.Contain("summary.csv").And.Contain("report.html"));
        foreach (var machine in Machines.Skip(1))
        {
            var other = FilesOn(system, machine);
            Assert.That(other.Keys, Is.EquivalentTo(first.Keys));
            Assert.That(other.Where(file => file.Value != first[file.Key]).Select(file => file.Key), Is.Empty, machine[0].Value);
        }
    }

    /// <summary>
    /// Finds what is formatted by the culture of the thread in any part of the program: the process sets it, those who use its parts may not.
    /// </summary>
    [Test]
    public void Nothing_that_is_written_or_read_follows_the_culture_of_the_thread()
    {
        using var system = new FlowFile(Dated);
        var expected = Everything(system);
        var usual = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Odd();
            Assert.That(1.5.ToString(CultureInfo.CurrentCulture), Is.EqualTo("1;5"), "the culture is odd");
            var odd = Everything(system);
            Assert.That(odd.Keys, Is.EquivalentTo(expected.Keys));
            foreach (var (name, text) in expected)
            {
                Assert.That(odd[name], Is.EqualTo(text), name);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }
    }

    /// <summary>Separators and signs that nothing of ours has.</summary>
    private static CultureInfo Odd()
    {
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberDecimalSeparator = ";";
        odd.NumberFormat.NumberGroupSeparator = "!";
        odd.NumberFormat.NegativeSign = "~";
        odd.NumberFormat.PercentSymbol = "&";
        odd.DateTimeFormat.DateSeparator = "|";
        odd.DateTimeFormat.TimeSeparator = "?";
        odd.DateTimeFormat.AbbreviatedMonthNames =
            odd.DateTimeFormat.AbbreviatedMonthGenitiveNames = [.. odd.DateTimeFormat.AbbreviatedMonthNames.Select(name => "x" + name)];
        odd.DateTimeFormat.MonthNames = odd.DateTimeFormat.MonthGenitiveNames = [.. odd.DateTimeFormat.MonthNames.Select(name => "x" + name)];
        return odd;
    }

    /// <summary>What the commands print and the files they leave.</summary>
    private static SortedDictionary<string, string> Everything(FlowFile system)
    {
        using var drawings = new TemporaryFolder();
        string[][] commands =
        [
            ["check", system.Path],
            ["check", "two-wards"],
            ["list", "measures", "--system", system.Path],
            ["compare", "--system", system.Path, "--out", system.Results, "--force", "--threads", "1"],
            ["plot", system.Results, "--out", drawings.Path],
            ["report", system.Results],
        ];
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var command in commands)
        {
            var typed = TypedCommand.Run(command);
            all[string.Join(' ', command).Replace(drawings.Path, "drawings", StringComparison.Ordinal)] =
                $"{typed.Exit}\n{typed.Out}{Cost().Replace(typed.Error, "")}".Replace(drawings.Path, "drawings", StringComparison.Ordinal);
        }

        foreach (var (name, text) in Files(system.Results).Concat(Files(drawings.Path)))
        {
            all[name] = text;
        }

        return all;
    }

    private static SortedDictionary<string, string> FilesOn(FlowFile system, (string Name, string Value)[] machine)
    {
        using var child = ChildProcess.Start(machine.ToDictionary(variable => variable.Name, variable => variable.Value), "compare", "--system", system.Path,
            "--force", "--out", system.Results, "--threads", "1", "--quiet");
        var typed = child.End();
        Assert.That(typed.Exit, Is.Zero, $"{machine[0].Value}: {typed.Error}");
        var start = StartTime().Match(File.ReadAllText(Path.Combine(system.Results, "manifest.json"))).Groups[1].Value;
        Assert.That(DateTimeOffset.ParseExact(start, "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture), Is.EqualTo(TimeProvider.System.GetUtcNow())
            .Within(TimeSpan.FromMinutes(10)));
        var files = Files(system.Results);
        files["standard output"] = typed.Out;
        return files;
    }

    private static SortedDictionary<string, string> Files(string folder) =>
        new(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file), file => Varying().Replace(File.ReadAllText(file), "")), StringComparer.Ordinal);

    /// <summary>What may differ between two runs.</summary>
    [GeneratedRegex(
        """^  "(start|duration_s|events_per_second_per_thread|peak_memory_mb)": .*$|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d|[\d.]+ s(econds)?\b.*$""",
        RegexOptions.Multiline)]
    private static partial Regex Varying();

    [GeneratedRegex("\"start\": \"([^\"]*)\"")]
    private static partial Regex StartTime();

    [GeneratedRegex("^[0-9.]+ s, .*$", RegexOptions.Multiline)]
    private static partial Regex Cost();
}
