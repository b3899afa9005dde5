using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Numbers;

namespace FlowSim.Scenarios.Checklist;

/// <summary>Numbers of a description and what they act on, in words.</summary>
public static class NumberWords
{
    /// <summary>How many numbers there are of each status, as a sentence: <c>12 of the 40 numbers of the description are assumed, …</c>.</summary>
    public static string Counts(IReadOnlyList<DescribedNumber> numbers)
    {
        int Of(string status) => numbers.Count(number => number.Status == status);
        var others = ValueKeys.Statuses.Where(status => status != "assumed" && Of(status) > 0)
            .Select(status => FormattableString.Invariant($"{Of(status)} {status}"));
        var unsaid = Of("") == 0 ? "" : FormattableString.Invariant($"{Of("")} without a status");
        var rest = string.Join(", ", others.Append(unsaid).Where(one => one.Length > 0));
        return FormattableString.Invariant(
            $"{Of("assumed")} of the {numbers.Count} numbers of the description {(Of("assumed") == 1 ? "is" : "are")} assumed{(rest.Length == 0 ? "" : ", " + rest)}.");
    }

    /// <summary>What a number acts on; empty for nothing.</summary>
    public static string UsedBy(DescribedNumber number, ReaderWords words) => Of(number.UsedBy, words);

    /// <summary>Parts of the system, each with what of it.</summary>
    public static string Of(IReadOnlyList<NumberUse> uses, ReaderWords words) =>
        string.Join(", ", uses.GroupBy(use => (use.Section, use.Id)).Select(group => Part(group.Key.Section, group.Key.Id, words)
            + Keys([.. group.Select(use => use.Key).Where(key => key.Length > 0).Distinct()])));

    private static string Keys(IReadOnlyList<string> keys) => keys.Count == 0 ? "" : $" ({string.Join(", ", keys.Select(key => key.Replace('_', ' ')))})";

    private static string Part(string section, string id, ReaderWords words) => section switch
    {
        "stages" => "stage " + words.Step(id.Split('@')[0]) + At(id, words),
        "streams" => "stream " + words.Step(id.Split('@')[0]) + At(id, words),
        "pools" => "pool " + words.Pool(id.Split('@')[0]) + At(id, words),
        "population" => "rates per 100,000 people",
        _ => $"{section} {id}",
    };

    private static string At(string id, ReaderWords words) =>
        id.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $" at {words.Place(id[(at + 1)..])}" : "";
}
