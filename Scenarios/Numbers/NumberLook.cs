using FlowSim.Scenarios.Description;

namespace FlowSim.Scenarios.Numbers;

/// <summary>Tells numbers from names: a word of a text that begins with a digit and is no name of the system.</summary>
internal sealed class NumberLook
{
    /// <summary>Keys whose texts are names of values, of places or of pools, unless they are shares or lengths of time.</summary>
    private static readonly HashSet<string> OfNames = ["attributes", "sets", "then", "if", "to", "attribution", "divert", "by", "is", "copy"];

    /// <summary>Keys that hold no quantity of the world: names, and where a clock starts, which defines a measure.</summary>
    private static readonly HashSet<string> OfWords =
        ["clock", "title", "note", "notes", "source", "each", "kind", "group", "owner", "table", "column", "dates", "roster", "file", "key", "reason",
            "stream", "per"];

    private readonly HashSet<string> names;

    public NumberLook(SystemDescription description) =>
        names = [
            .. description.Dimensions.SelectMany(dimension => dimension.Instances).Concat(description.Attributes.SelectMany(attribute => attribute.Values))
                .Select(name => name.Text), .. description.Stages.Select(stage => stage.Name.Text)];

    /// <summary>True for a text that states a quantity.</summary>
    public bool IsNumber(WrittenLeaf leaf)
    {
        if (leaf.Keys.Skip(2).Any(OfWords.Contains))
        {
            return false;
        }

        // A rank says who comes first and measures nothing.
        if (leaf.Keys.Contains("priority") && leaf.Text.All(char.IsAsciiDigit))
        {
            return false;
        }

        // "free(bed) > 0" asks whether there is any.
        var isCondition = leaf.Keys[^1] == "if";
        var mayBeName = leaf.Keys.Skip(2).Any(OfNames.Contains);
        return leaf.Text.Split([' ', '(', ')', '+', ',', '='], StringSplitOptions.RemoveEmptyEntries)
            .Any(word => BeginsWithDigit(word) && !(mayBeName && names.Contains(word)) && !(isCondition && word == "0"));
    }

    private static bool BeginsWithDigit(string word) => word.TrimStart('-', '.', '£') is [var first, ..] && char.IsAsciiDigit(first);
}
