using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Savings.Reading;

/// <summary>Reads everything that prices a system's results.</summary>
public static class LedgerReader
{
    /// <summary>The prices with the investments of some scenarios; null where the system has none, or, with problems said, where they are not right.</summary>
    /// <param name="files">The system.</param>
    /// <param name="model">The baseline, compiled from it.</param>
    /// <param name="scenarios">Ids of the scenarios; the baseline may be among them.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static PriceBook? Of(SystemFiles files, SystemModel model, IEnumerable<string> scenarios, ProblemList problems)
    {
        if (files.Costs is not { } costs)
        {
            return null;
        }

        if (!files.Root.Has(SystemKeys.Prices.Name))
        {
            problems.Error(costs.Where, SystemKeys.Prices.Name, "a section prices, such as prices: { year: 2016/17 }", "none",
                "costs.csv is there: system.yaml says the one year whose prices the ledger is held in.");
            return null;
        }

        // What is wrong with the section itself has been said when the system was bound.
        if (PricesDescription.Of(files, new ProblemList()) is not { } written)
        {
            return null;
        }

        string[] partners = files.Root[SystemKeys.Partners.Name] is ListNode list ? [.. list.Items.OfType<ScalarNode>().Select(partner => partner.Text)] : [];
        var settings = Settings(written, partners, files, problems);
        var indices = PriceIndexReader.Of(files, problems);
        if (settings.Wards is { } wards && !Array.Exists(model.Pools, pool => pool.Group == wards.Group))
        {
            problems.Error(written.Wards!.Of.Where, written.Wards.Of.Path, "a group of pools", wards.Group,
                Nearest.Hint(wards.Group, model.Pools.Select(pool => pool.Group).OfType<string>()));
        }

        var unitCosts = CostReader.Of(costs, settings, indices, model, partners, problems);
        var lines = new InvestmentLines(settings, indices, model, problems);
        var investments = scenarios.Distinct().ToDictionary(id => id, id => (IReadOnlyList<Investment>)(
            id == ScenarioInfo.BaselineId || ScenarioApplier.Read(files, id, new ProblemList()) is not { } scenario ? [] : lines.Of(scenario)));
        return problems.HasErrors ? null : new PriceBook { Settings = settings, Costs = unitCosts, Investments = investments, Partners = partners };
    }

    /// <summary>The group of beds whose demand is to be recorded for the ledger; null: none.</summary>
    public static string? DemandOf(SystemFiles files) =>
        files.Costs is null ? null : PricesDescription.Of(files, new ProblemList())?.Wards?.Of.Text;

    private static PriceSettings Settings(PricesDescription written, string[] partners, SystemFiles files, ProblemList problems)
    {
        foreach (var partner in written.Turnover.Keys.Except(partners))
        {
            problems.Error(files.Root[SystemKeys.Prices.Name]!.Where, $"{SystemKeys.Prices}.{PriceKeys.Turnover}", "one of the partners", partner,
                Nearest.Hint(partner, partners));
        }

        var settings = new PriceSettings { Year = written.Year, Index = written.Index?.Text ?? "", Turnover = written.Turnover };
        settings = written.Discount is { } discount ? settings with { Discount = (decimal)discount } : settings;
        settings = written.Life is { } life ? settings with { Life = life } : settings;
        return settings with { Wards = WardsOf(written) };
    }

    private static WardSettings? WardsOf(PricesDescription written)
    {
        if (written.Wards is not { } wards)
        {
            return null;
        }

        var settings = new WardSettings(wards.Of.Text);
        settings = wards.Size is { } size ? settings with { Size = size } : settings;
        settings = wards.Full is { } full ? settings with { Full = 100 * full } : settings;
        return wards.TooFew is { } few ? settings with { TooFew = few } : settings;
    }
}
