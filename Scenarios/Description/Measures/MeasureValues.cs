using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description.Measures;

/// <summary>Values of the keys of measures.</summary>
internal static class MeasureValues
{
    /// <summary>A length of time [s], rounded to whole seconds; -1 when the key is missing.</summary>
    public static int Seconds(this MapReader reader, Key key)
    {
        if (reader.Text(key) is not { } text)
        {
            return -1;
        }

        if (DurationText.TryParse(text.Text, out var seconds, out var expected) && seconds <= int.MaxValue)
        {
            return (int)Math.Round(seconds);
        }

        reader.Refuse(text.Where, key, expected.Length > 0 ? expected : DurationText.Expected, text.Text, TimeUnit.Hint);
        return -1;
    }

    /// <summary>A share [0 to 1], or null.</summary>
    public static double? Share(this MapReader reader, Key key) => Parsed(reader, key, ShareText.TryParse);

    /// <summary>A plain number, or null.</summary>
    public static double? Number(this MapReader reader, Key key) => Parsed(reader, key, NumberText.TryParse);

    /// <summary>A time of day [s after midnight]; 0 when the key is missing, and for 24:00.</summary>
    public static int TimeOfDay(this MapReader reader, Key key) =>
        Parsed(reader, key, (string text, out double value, out string expected) =>
        {
            var sound = ClockTimeText.TryParse(text, out var second, out expected);
            value = second;
            return sound;
        }) is { } second
            ? (int)second % (int)TimeUnit.Day
            : 0;

    /// <summary>Names under a key that has at least one if it is there.</summary>
    public static IReadOnlyList<Written> AtLeastOne(this MapReader reader, Key key)
    {
        var names = reader.Texts(key);
        if (names.Count == 0 && reader.Has(key) && !reader.Failed)
        {
            reader.Refuse(reader.Take(key)!.Where, key, key.Expected, "an empty list");
        }

        return names;
    }

    /// <summary>The unit of a measure, or null. It goes into result files as it stands, so it must not be what a spreadsheet would run.</summary>
    public static Written? Unit(this MapReader reader)
    {
        if (reader.Text(MeasureKeys.Unit) is not { } unit)
        {
            return null;
        }

        if (!"=+-@".Contains(unit.Text[0], StringComparison.Ordinal) && !unit.Text.Any(char.IsControl))
        {
            return unit;
        }

        const string Hint = "A spreadsheet that opens the result files would take what begins with =, +, - or @ for a formula.";
        reader.Refuse(unit.Where, MeasureKeys.Unit, MeasureKeys.Unit.Expected, unit.Text, Hint);
        return null;
    }

    private static double? Parsed(MapReader reader, Key key, TryParse parse)
    {
        if (reader.Text(key) is not { } text)
        {
            return null;
        }

        if (parse(text.Text, out var value, out var expected))
        {
            return value;
        }

        reader.Refuse(text.Where, key, expected, text.Text);
        return null;
    }

    private delegate bool TryParse(string text, out double value, out string expected);
}
