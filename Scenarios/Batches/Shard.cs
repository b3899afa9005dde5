using System.Globalization;

namespace FlowSim.Scenarios.Batches;

/// <summary>One of the equal parts into which a batch is split, for machines or processes that know nothing of each other.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Count">Parts in all.</param>
public readonly record struct Shard(int Number, int Count)
{
    /// <summary>More parts than any cluster has cores.</summary>
    public const int Most = 100_000;

    /// <summary>What <see cref="TryParse"/> takes.</summary>
    public const string Expected = "a part of so many, such as 3/10";

    /// <summary><c>3/10</c>.</summary>
    public static bool TryParse(string text, out Shard shard)
    {
        var parts = text.Split('/');
        shard = default;
        if (parts.Length != 2 || !TryRead(parts[0], out var number) || !TryRead(parts[1], out var count) || number < 1 || number > count || count > Most)
        {
            return false;
        }

        shard = new Shard(number, count);
        return true;
    }

    /// <summary>Name of its file.</summary>
    internal string FileName => string.Create(CultureInfo.InvariantCulture, $"shard-{Number:00000}-of-{Count:00000}{BatchFolder.Ending}");

    public override string ToString() => FormattableString.Invariant($"{Number}/{Count}");

    private static bool TryRead(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
