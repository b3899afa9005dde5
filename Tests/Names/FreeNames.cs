using System.Text.RegularExpressions;

namespace FlowSim.Tests.Names;

/// <summary>Names that may be any text, so that no check can tell a misspelt one: each kind with its reason.</summary>
internal static class FreeNames
{
    private static readonly (string Path, string Reason)[] Kinds =
    [
        ("^system$", "the id of a system is its author's, and nothing in it names it"),
        (@"^streams\.[^.\[]+$", "nothing else of the system names this stream"),
        (@"^stages\.[^.]+\.divert\.[^.]+$", "nothing else names this diversion; its name keys its random numbers"),
        (@"^measures\.[^.]+$", "a measure of the author's own: its id is the name of its rows in the results"),
        (@"^timelines\.[^.]+$", "a series of the author's own: its id is the name of its rows in the results"),
        (@"^measures\.[^.]+\.topic$", "a topic that no other measure has and no title is given to"),
        (@"^pools\.[^.]+\.group$", "the only pool of its group, which nothing else names"),
        (@"^partners\[\]$", "a partner that owns and pays nothing, so that nothing names it"),
        (@"^scenarios\.[^.]+$", "a scenario that nothing names"),
        (@"^optimise\.[^.]+$", "a question of the author's own, which the command line names"),
        (@"^optimise\.[^.]+\.levers\.[^.]+$", "a lever of the author's own: its name is that of its rows in the results"),
        (@"^recorded\.arrivals\.[^.]+(\.also\[\])?$", "a word for a type of attendances, which files of what was recorded use"),
        (@"^recorded\.trusts\.[^.]+$", "a name for several places, which files of what was recorded use"),
    ];

    /// <summary>Names that are others after one letter is dropped, and both mean something there.</summary>
    private static readonly (string Path, string From, string To, string Reason)[] Others =
    [
        (@"^\(heading\)$", "to", "t", "a column of values that is alone may have any heading"),
        (@"^\(heading\)$", "to", "o", "a column of values that is alone may have any heading"),
        (@"^\(heading\)$", "is", "i", "a column of values that is alone may have any heading"),
        (@"^\(heading\)$", "is", "s", "a column of values that is alone may have any heading"),
        (@"\.delayed\.reason$", "Dii", "Di", "both are official reasons"),
        (@"\.reasons\[\]$", "Dii", "Di", "both are official reasons"),
        (@"\.delayed\.attribution\.table$", "attribution-dii", "attribution-di", "both are tables of the same keys, and another stage still reads the first"),
    ];

    /// <summary>Why a name may pass; null if it may not.</summary>
    public static string? ReasonOf(WrittenName name, string misspelt) =>
        Kinds.Where(kind => Regex.IsMatch(name.Path, kind.Path)).Select(kind => kind.Reason)
            .Concat(Others.Where(other => Regex.IsMatch(name.Path, other.Path) && other.From == name.Text && other.To == misspelt)
                .Select(other => other.Reason))
            .FirstOrDefault();
}
