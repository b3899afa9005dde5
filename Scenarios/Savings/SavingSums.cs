using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Scenarios.Savings;

/// <summary>Adds the entries of a scenario up by partner and for the system, year by year and basis by basis, and judges the sums.</summary>
internal static class SavingSums
{
    /// <summary>Of each year and basis the partners in the system's order, then the system.</summary>
    /// <param name="scenario">Its id.</param>
    /// <param name="entries">Its entries.</param>
    /// <param name="book">The prices.</param>
    /// <param name="years">Length of each period [y].</param>
    public static IEnumerable<Saving> Of(string scenario, IReadOnlyList<LedgerEntry> entries, PriceBook book, IReadOnlyDictionary<string, double> years)
    {
        foreach (var ledger in entries.GroupBy(entry => (entry.Year, entry.Basis)))
        {
            var partners = ledger.GroupBy(entry => entry.Partner).OrderBy(partner => Order(book, partner.Key))
                .Select(partner => PartnerSum.Of(partner.Key, [.. partner], Margin(book, partner.Key, years[ledger.Key.Year]))).ToList();
            var verdicts = Losers.Judge(partners);
            for (var at = 0; at < partners.Count; at++)
            {
                yield return Row(scenario, ledger.Key.Year, ledger.Key.Basis, partners[at], verdicts[at]);
            }

            var system = PartnerSum.Of(Saving.System, [.. ledger], Margin(book, Saving.System, years[ledger.Key.Year]));
            var leakage = Leakage.Of(partners);
            yield return Row(scenario, ledger.Key.Year, ledger.Key.Basis, system, Losers.OfSystem(system, verdicts)) with
            {
                Leakage = leakage.Mean,
                LeakageLower95 = leakage.Lower,
                LeakageUpper95 = leakage.Upper,
                SidePayment = partners.Zip(verdicts, (partner, verdict) => verdict == SavingVerdict.Loses ? -partner.Judged.Mean : 0).Sum(),
            };
        }
    }

    private static int Order(PriceBook book, string partner)
    {
        var order = book.Partners.ToList().IndexOf(partner);
        return order < 0 ? int.MaxValue : order;
    }

    /// <summary>A loss to speak of: £100,000 a year, or 0.05 % of the turnover if that is more [£].</summary>
    private static double Margin(PriceBook book, string partner, double years)
    {
        const double Least = 100_000;
        const double Share = 0.0005;
        return years * Math.Max(Least, Share * (double)book.Settings.Turnover.GetValueOrDefault(partner));
    }

    private static Saving Row(string scenario, string year, string basis, PartnerSum sum, string verdict)
    {
        var (chance, all) = (SampleInterval.Of(sum.ByReplication), AllInterval.Of(sum.ByDraw));
        return new Saving
        {
            Scenario = scenario,
            Year = year,
            Basis = basis,
            Partner = sum.Partner,
            Resources = sum.Resources,
            Transfers = sum.Transfers,
            Amount = sum.Resources + sum.Transfers,
            Lower95 = chance.Lower,
            Upper95 = chance.Upper,
            Lower95All = all.Lower,
            Upper95All = all.Upper,
            NOuter = all.N,
            Verdict = verdict,
        };
    }
}
