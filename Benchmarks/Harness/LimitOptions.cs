using System.Globalization;

namespace FlowSim.Benchmarks.Harness;

/// <summary>What was asked for after <c>limit</c>.</summary>
internal sealed record LimitOptions
{
    public const string Usage =
        """
        limit [--repeats N] [--only TEXT] [--no-county] [--quick] [--write [--date YYYY-MM-DD] [--note TEXT]]
          --repeats N   samples of each subject, interleaved (15)
          --only TEXT   only subjects whose name holds the text; the limits are always run
          --no-county   without the whole system
          --quick       small samples: tries the harness, gives no results
          --write       writes Benchmarks/RESULTS.md of the working folder's repository
          --date, --note  what RESULTS.md says about when and how
        """;

    /// <summary>At least 2: agreement needs a spread.</summary>
    public int Repeats { get; private init; } = 15;

    public string Only { get; private init; } = "";

    public bool County { get; private init; } = true;

    public bool Quick { get; private init; }

    public bool Write { get; private init; }

    public string Date { get; private init; } = "not given";

    public string Note { get; private init; } = "";

    /// <exception cref="LimitException">A word is not known.</exception>
    public static LimitOptions Of(IReadOnlyList<string> words)
    {
        var options = new LimitOptions();
        for (var at = 0; at < words.Count; at++)
        {
            options = words[at] switch
            {
                "--no-county" => options with { County = false },
                "--quick" => options with { Quick = true },
                "--write" => options with { Write = true },
                "--repeats" => options with { Repeats = WholeNumber(Value(words, ref at)) },
                "--only" => options with { Only = Value(words, ref at) },
                "--date" => options with { Date = Value(words, ref at) },
                "--note" => options with { Note = Value(words, ref at) },
                _ => throw new LimitException($"'{words[at]}' is not known. {Usage}"),
            };
        }

        return options;
    }

    private static string Value(IReadOnlyList<string> words, ref int at) =>
        ++at < words.Count ? words[at] : throw new LimitException($"{words[^1]} needs a value. {Usage}");

    private static int WholeNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1
            ? number
            : throw new LimitException($"expected a whole number above 1, received '{text}'");
}
