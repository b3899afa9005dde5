using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Changes;

/// <summary>Checks a line of <c>investment:</c>: its keys, its partner, its numbers and dates.</summary>
internal sealed class InvestmentCheck
{
    private const string Form = "a line, such as { line: four beds, partner: trust, gbp_per_year: 420000 }";
    private static readonly string[] Amounts = ["gbp_per_year", "gbp"];
    private static readonly string[] Keys = ["line", "partner", .. Amounts, "recurrent", "from", "price_year", "source", "status", "range", "note"];

    private readonly MapNode line;
    private readonly SystemFiles files;
    private readonly string path;
    private readonly ProblemList problems;
    private bool sound = true;

    private InvestmentCheck(MapNode line, SystemFiles files, string path, ProblemList problems)
    {
        this.line = line;
        this.files = files;
        this.path = path;
        this.problems = problems;
    }

    /// <summary>True for a line without errors.</summary>
    public static bool Passes(MapNode line, SystemFiles files, string path, ProblemList problems)
    {
        var check = new InvestmentCheck(line, files, path, problems);
        check.CheckKeys();
        check.CheckPartner();
        check.CheckAmount();
        check.CheckWords();
        return check.sound;
    }

    private void CheckKeys()
    {
        foreach (var entry in line.Entries.Where(entry => !Keys.Contains(entry.Key)))
        {
            Fail(entry.KeyWhere, entry.Key, "one of " + string.Join(", ", Keys), entry.Key, Nearest.Hint(entry.Key, Keys));
        }

        // A key that is misspelt is missing only because of that.
        if (sound && (!line.Has("line") || !line.Has("partner")))
        {
            Fail(line.Where, "", Form, line.Has("line") ? "no partner" : "no line");
        }
    }

    /// <summary>Where partners are declared, one of them.</summary>
    private void CheckPartner()
    {
        string[] known = files.Root["partners"] is ListNode list ? [.. list.Items.OfType<ScalarNode>().Select(partner => partner.Text)] : [];
        if (line["partner"] is { } partner && known.Length > 0 && !known.Contains(partner.ToString()))
        {
            Fail(partner.Where, "partner", "one of the partners", NodeText.Of(partner), Nearest.Hint(NodeText.Of(partner), known));
        }
    }

    private void CheckAmount()
    {
        var written = line.Entries.FindAll(entry => Amounts.Contains(entry.Key));
        foreach (var (key, _, node) in written)
        {
            var amount = node is MapNode map && map[TableColumns.Value] is { } value ? value : node;
            if (amount is not ScalarNode scalar || !(NumberText.TryParse(scalar.Text, out _, out _) || MoneyText.TryParse(scalar.Text, out _, out _)))
            {
                Fail(amount.Where, key, "an amount in pounds, such as \"420000\"", NodeText.Of(amount));
            }
        }

        if (written.Count > 1)
        {
            Fail(written[1].KeyWhere, written[1].Key, "one amount", string.Join(" and ", written.Select(entry => entry.Key)));
        }
    }

    private void CheckWords()
    {
        Demand("recurrent", "true or false", text => text is "true" or "false");
        Demand("from", DateText.Expected, text => DateText.TryParse(text, out _, out _));
        Demand("price_year", "a year, such as \"2016/17\"", IsYear);
        Demand("status", "measured, cited, derived or assumed", text => Description.Assumption.Statuses.Contains(text));
    }

    private void Demand(string key, string expected, Func<string, bool> holds)
    {
        if (line[key] is { } node && !(node is ScalarNode scalar && holds(scalar.Text)))
        {
            Fail(node.Where, key, expected, NodeText.Of(node));
        }
    }

    /// <summary>2016, or 2016/17.</summary>
    private static bool IsYear(string text)
    {
        const int Century = 100;
        var parts = text.Split('/');
        var first = 0;
        return parts.Length is 1 or 2
            && Array.TrueForAll(parts, part => part.All(char.IsAsciiDigit))
            && parts[0].Length == 4 && NumberText.TryParseWhole(parts[0], out first, out _)
            && (parts.Length == 1 || (parts[1].Length == 2 && NumberText.TryParseWhole(parts[1], out var next, out _) && next == (first + 1) % Century));
    }

    private void Fail(SourceLocation where, string key, string expected, string received, string hint = "")
    {
        sound = false;
        problems.Error(where, key.Length > 0 ? $"{path}.{key}" : path, expected, received, hint);
    }
}
