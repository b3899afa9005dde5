using System.Globalization;
using System.Text.RegularExpressions;
using FlowSim.Cli.Serving.Engine;
using FlowSim.Scenarios.Asked;

namespace FlowSim.Cli.Serving.Pages;

/// <summary>Numbers that can be moved: those of the first screen, and those that are looked for.</summary>
internal sealed class LeverList
{
    /// <summary>More of what is looked for are not shown.</summary>
    public const int MostFound = 40;

    private const string Pools = "pools";
    private const string Capacity = "capacity";
    private const int MostByDefault = 24;

    public LeverList(Workshop workshop)
    {
        All = Once([.. workshop.Parts.SelectMany(part => part.Paths)]);
        First = workshop.System.Levers is { Count: > 0 } named
            ? [.. named.SelectMany(path => All.Where(one => Matches(one.Path, path)))]
            : [.. All.Where(one => one.Section == Pools && one.Path.EndsWith("." + Capacity, StringComparison.Ordinal)
                && Slider.Of(one.Value) is not null).Take(MostByDefault)];
    }

    /// <summary>Those of the first screen, in the order of the system.</summary>
    public IReadOnlyList<SettablePath> First { get; }

    private IReadOnlyList<SettablePath> All { get; }

    /// <summary>Those with every word, and how many there are.</summary>
    public (IReadOnlyList<SettablePath> Shown, int Count) Find(string query)
    {
        string[] words = query.Replace('’', '\'').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = All.Where(one => one.Has([.. words.Where(word => !OtherWords(one).Contains(word, StringComparison.OrdinalIgnoreCase))])).ToList();
        return ([.. found.OrderBy(one => Rank(one.Section)).ThenBy(one => Slider.Of(one.Value) is null).Take(MostFound)], found.Count);
    }

    /// <summary>What people call it who do not know what it is called here.</summary>
    private static string OtherWords(SettablePath one) => one.Section switch
    {
        "calendars" => "opening hours weekend closing",
        "streams" or "population" => "demand arrivals growth",
        "stages" when one.Path.EndsWith(".time", StringComparison.Ordinal) || one.Path.Contains(".time.", StringComparison.Ordinal) => "length of stay duration",
        "rosters" => "roster shifts staff",
        _ => "",
    };

    /// <summary>Of a capacity and the cell of a table that it is read from the capacity alone: they are one number.</summary>
    private static List<SettablePath> Once(List<SettablePath> paths)
    {
        var read = paths.Where(path => path.Section == Pools && path.Cell is not null).Select(path => path.Cell).ToHashSet();
        return paths.FindAll(path => path.Section == Pools || !read.Contains(path.Cell));
    }

    /// <summary>Capacities are what a reader looks for before the cells of tables.</summary>
    private static int Rank(string section) => section switch
    {
        Pools => 0,
        "streams" or "population" => 1,
        "stages" => 2,
        "calendars" => 3,
        _ => 4,
    };

    /// <summary>A path as named, with a star for any letters; of a part that is written for each place all of them.</summary>
    private static bool Matches(string path, string named) =>
        path == named || (named.Contains('*', StringComparison.Ordinal)
            && Regex.IsMatch(path, "^" + Regex.Escape(named).Replace(@"\*", "[^.]*", StringComparison.Ordinal) + "$", RegexOptions.CultureInvariant));
}

/// <summary>A number that a slider can move: the number, and what stands behind it.</summary>
/// <param name="Value">The number.</param>
/// <param name="Rest">What stands behind it, such as <c> %</c>.</param>
internal sealed partial record Slider(double Value, string Rest)
{
    private static readonly int[] Digits = [1, 2, 5, 10];

    /// <summary>The slider of a value that is one number with or without a unit; null for anything else.</summary>
    public static Slider? Of(string text) => Number().Match(text.Trim()) is { Success: true } match
        && double.TryParse(match.Groups[1].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new Slider(value, match.Groups[2].Value) : null;

    private bool IsPercent => Rest.Trim() == "%";

    private bool IsGrowth => Rest.Trim() == "% per y";

    public double Most => IsPercent ? Math.Max(100, Value) : IsGrowth ? Math.Max(10, Value) : Value <= 0 ? 10 : Nice(2 * Value);

    public double Step => IsPercent ? 0.5 : IsGrowth ? 0.1 : Value == Math.Floor(Value) && Value >= 1 ? 1 : Nice(Most / 200);

    /// <summary>The next number of the form 1, 2, 5, 10 …</summary>
    private static double Nice(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return Digits.First(digit => digit * power >= value * (1 - 1e-9)) * power;
    }

    [GeneratedRegex(@"^(\d+(?:\.\d+)?)(\s*(?:%|% per y|per d|per h|min|h|d|km/h|)?)$")]
    private static partial Regex Number();
}
