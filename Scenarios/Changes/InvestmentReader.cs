using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Changes;

/// <summary>Reads a line of <c>investment:</c>: its partner, its numbers and dates.</summary>
internal static class InvestmentReader
{
    private static readonly Key[] Amounts = [ScenarioKeys.PerYear, ScenarioKeys.Once];

    /// <summary>True for a line without errors.</summary>
    public static bool Passes(MapReader line, SystemFiles files)
    {
        CheckPartner(line, files);
        CheckAmount(line);
        if (line.Flag(ScenarioKeys.Recurrent) && line.Has(ScenarioKeys.Once))
        {
            line.Refuse(line.Take(ScenarioKeys.Recurrent)!.Where, ScenarioKeys.Recurrent, "false beside gbp, which is spent once", "true",
                $"Pounds that come again every year are {ScenarioKeys.PerYear}.");
        }

        Demand(line, ScenarioKeys.From, text => DateText.TryParse(text, out _, out _));
        Demand(line, ScenarioKeys.PriceYear, text => PriceYear.TryParse(text, out _));
        if (line.Has(ScenarioKeys.Life))
        {
            line.Count(ScenarioKeys.Life);
        }

        line.Origin(Array.Find(Amounts, line.Has) is { } amount ? line.Text(amount)?.Text ?? "" : "");
        return !line.Failed;
    }

    /// <summary>Where partners are declared, one of them.</summary>
    private static void CheckPartner(MapReader line, SystemFiles files)
    {
        string[] known = files.Root[SystemKeys.Partners.Name] is ListNode list ? [.. list.Items.OfType<ScalarNode>().Select(partner => partner.Text)] : [];
        if (line.Text(ScenarioKeys.Partner) is { } partner && known.Length > 0 && !known.Contains(partner.Text))
        {
            line.Refuse(partner.Where, ScenarioKeys.Partner, "one of the partners", partner.Text, Nearest.Hint(partner.Text, known));
        }
    }

    private static void CheckAmount(MapReader line)
    {
        Array.ForEach(Amounts, key => Demand(line, key, text => NumberText.TryParse(text, out _, out _) || MoneyText.TryParse(text, out _, out _)));
        if (Array.TrueForAll(Amounts, line.Has))
        {
            line.Refuse(line.Take(ScenarioKeys.Once)!.Where, ScenarioKeys.Once, "one amount", string.Join<Key>(" and ", Amounts));
        }
    }

    private static void Demand(MapReader line, Key key, Func<string, bool> holds)
    {
        if (line.Text(key) is { } text && !holds(text.Text))
        {
            line.Refuse(text.Where, key, key.Expected, text.Text);
        }
    }
}
