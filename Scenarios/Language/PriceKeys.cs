using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Language;

/// <summary>Keys that say what the ledger of savings is held in.</summary>
internal static class PriceKeys
{
    public static readonly Key Year = new("year", new TextKind("a year, such as \"2016/17\"", @"^\d{4}(/\d\d)?$"),
        "The one price year: every price and investment of another year is re-based to it by an index of price-index.csv.")
    {
        Required = true,
        Example = "2016/17",
    };
    public static readonly Key Index = new("index", new TextKind("an index of price-index.csv"), "The index for investments of another price year.")
    {
        Example = "hchs",
    };
    public static readonly Key Discount = new("discount", Kinds.Share, "The yearly rate at which money spent once is spread over the life of what it buys.")
    {
        Default = "3.5 %, HM Treasury's Green Book",
        Example = "3.5 %",
    };
    public static readonly Key Life = new("life", new CountKind(100), "The years over which money spent once is spread, unless its line says otherwise.")
    {
        Default = "5",
    };
    public static readonly Key Turnover = new("turnover", new NamesKind(new TextKind(MoneyText.Expected), "a map of partners and pounds a year"),
        "What a partner turns over in a year: a loss below 0.05 % of it, or below £100,000, is not called one.")
    {
        Example = "{ trust: \"£250000000\" }",
    };

    public static readonly Key Of = new("of", new TextKind("a group of pools"), "The beds that stand in wards.") { Required = true, Example = "wards" };
    public static readonly Key Size = new("size", new CountKind(1000), "Beds of a ward.") { Default = "28" };
    public static readonly Key Full = new("full", Kinds.Share, "How full beds may be on average.") { Default = "92 %" };
    public static readonly Key TooFew = new("too_few", Kinds.Share, "For how much of winter there may be too few.") { Default = "5 %" };

    /// <summary>When a whole ward could be given up.</summary>
    public static readonly Section Ward = new("wards", "{ of: wards, size: 28 }", [Of, Size, Full, TooFew, ValueKeys.Note, ValueKeys.Source]);

    public static readonly Key Wards = new("wards", new MapKind(Ward),
        "Beds of which whole wards may be given up where fewer are needed; a price counts them as wards of GROUP.");

    /// <summary>What the ledger is held in.</summary>
    public static readonly Section Prices = new("prices", "{ year: 2016/17 }", [Year, Index, Discount, Life, Turnover, Wards, ValueKeys.Note, ValueKeys.Source]);
}
