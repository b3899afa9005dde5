using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Stays;

namespace FlowSim.Scenarios.Loading;

/// <summary>Makes of an export a table by its keys with a column <c>time</c>: the stays themselves, or a law fitted to them.</summary>
internal sealed class StaysTable(StaysTerms terms, ProblemList problems)
{
    private const string Anything = "*";
    private const string All = "all";
    private const string Column = "days";

    /// <summary>Rows that are told one by one.</summary>
    private const int MostTold = 20;

    private readonly List<(int[] Values, Stay Stay)> rows = [];
    private int wrong;

    /// <summary>Adds the table, and those of the stays themselves where these are drawn; what was made of each kind of patient.</summary>
    public IReadOnlyList<StaysGroup> AddTo(Dictionary<string, TableData> tables)
    {
        Read();
        if (wrong > 0)
        {
            return [];
        }

        var groups = Groups();
        var names = terms.By.Select(key => key.Name).ToList();
        string[] columns = [.. names, "time", "status", "source", "note"];
        var text = new TableText.Builder(columns.Length, terms.Entry.KeyWhere.File);
        foreach (var (values, group) in groups)
        {
            Array.ForEach(values, text.Add);
            text.Add(group.Chosen is { } law ? Bounded(law.Text) : Bounded($"empirical \"{Sample(group, tables)}\" column {Column} in d"));
            text.Add(terms.Text("status") is { Length: > 0 } status ? status : group.Chosen is null ? "measured" : "derived");
            text.Add(terms.Text("source") is { Length: > 0 } source ? source : terms.Export.Where.File);
            text.Add(terms.Text("note") is { Length: > 0 } note ? $"{note}; {group.Words}" : group.Words);
            text.EndRow(terms.Entry.KeyWhere.Line, terms.Entry.KeyWhere.Column);
        }

        if (groups.Count > 0)
        {
            tables.Add(terms.Entry.Key, new TableData(terms.Entry.Key, terms.Entry.KeyWhere, columns, text.Build()));
        }

        return [.. groups.Select(group => group.Group)];
    }

    private void Read()
    {
        foreach (var row in terms.Export.Rows)
        {
            var values = terms.By.Select(key => ValueOf(row, key)).ToArray();
            if (StayOf(row) is { } stay)
            {
                rows.Add((values, stay));
            }
        }

        if (wrong > MostTold)
        {
            problems.Error(terms.Export.Where, $"tables.{terms.Export.Name}", "rows that can be read",
                FormattableString.Invariant($"{wrong - MostTold} more rows that cannot"));
        }

        if (terms.Export.Rows.Count == 0)
        {
            problems.Error(terms.Export.Where, $"tables.{terms.Export.Name}", "at least one stay", "an export without rows");
            wrong++;
        }
    }

    private int ValueOf(TableRow row, StaysKey key)
    {
        var cell = row.Cells[key.Column].Trim();
        var value = key.Of(cell);
        if (value < 0)
        {
            var near = Nearest.Hint(cell, key.Values);
            Refuse(row, key.Column, $"a value of {key.Name}: {key.Expected}", cell,
                near.Length > 0 ? near : $"Where the export calls a value otherwise, say so: titles: {{ {key.Values[0]}: {(cell.Length == 0 ? "its name" : cell)} }}.");
        }

        return value;
    }

    private Stay? StayOf(TableRow row) => terms.Length < 0 ? OfDates(row) : terms.Dates.From < 0 ? OfLength(row) : OfBoth(row);

    /// <summary>Where an export says both, the length counts, unless the patient is still in bed; the dates must say the same, give or take a day.</summary>
    private Stay? OfBoth(TableRow row)
    {
        var byDates = OfDates(row);
        if (byDates is not { Kind: not StayKind.Over } dates)
        {
            return byDates;
        }

        var byLength = OfLength(row);
        if (byLength is not { } length || Math.Abs(length.Days - dates.Days) <= 1)
        {
            return byLength;
        }

        var (from, to) = (row.Cells[terms.Dates.From].Trim(), row.Cells[terms.Dates.To].Trim());
        return Refuse(row, terms.Length, FormattableString.Invariant($"a length that its dates say too: {dates.Days:0.##} d from {from} to {to}, give or take a day"),
            row.Cells[terms.Length].Trim(), "One of the three is wrong: mend the row, or name only the columns that you trust (length:, or from: and to:).");
    }

    private Stay? OfLength(TableRow row)
    {
        var cell = row.Cells[terms.Length].Trim();
        return NumberText.TryParse(cell, out var length, out _) && length >= 0
            ? new Stay(StayKind.Exact, length * terms.Unit)
            : Refuse(row, terms.Length, "a length of stay, a number of at least 0", cell);
    }

    private Stay? OfDates(TableRow row)
    {
        var (from, to) = (row.Cells[terms.Dates.From].Trim(), row.Cells[terms.Dates.To].Trim());
        if (!TryRead(from, out var admitted))
        {
            return Refuse(row, terms.Dates.From, Expected, from, DateLook.InFile(from, terms.Format, "beside \"file\"", hasTimes: true));
        }

        if (to.Length == 0)
        {
            return terms.Taken is not { } taken
                ? Refuse(row, terms.Dates.To, "a day of discharge", "", "Of who is still in bed it is empty: then say under taken: on which day the export was made.")
                : Length(admitted, taken) is var so && so.Days >= 0 ? new Stay(StayKind.Over, so.Days)
                : Refuse(row, terms.Dates.From, $"an admission that is not after the export ({terms.Text("taken")})", from);
        }

        if (!TryRead(to, out var discharged))
        {
            return Refuse(row, terms.Dates.To, Expected, to, DateLook.InFile(to, terms.Format, "beside \"file\"", hasTimes: true));
        }

        if (terms.Taken is { } end && Length(discharged, end).Days < 0)
        {
            return Refuse(row, terms.Dates.To, $"a discharge that is not after the export ({terms.Text("taken")})", to);
        }

        var stay = Length(admitted, discharged);
        return stay.Days >= 0 ? stay : Refuse(row, terms.Dates.To, $"a discharge that is not before the admission ({from})", to);
    }

    /// <summary>A date as the entry says; a cell of a workbook that holds a date says itself which.</summary>
    private bool TryRead(string text, out Moment moment) =>
        MomentText.TryParse(text, terms.Format, out moment) || (IsWorkbook && MomentText.TryParse(text, DateFormat.Iso, out moment));

    private bool IsWorkbook => terms.Export.Where.File.EndsWith(WorkbookTable.Ending, StringComparison.OrdinalIgnoreCase);

    private string Expected => $"a date as {terms.Format.Text}, perhaps with a time of day such as 13:45";

    private static Stay Length(Moment from, Moment to)
    {
        var days = to.Date.DayNumber - from.Date.DayNumber;
        return from.HasTime && to.HasTime ? new Stay(StayKind.Exact, days + ((to.Second - from.Second) / TimeUnit.Day)) : new Stay(StayKind.Nights, days);
    }

    private Stay? Refuse(TableRow row, int column, string expected, string received, string hint = "")
    {
        if (++wrong <= MostTold)
        {
            problems.Error(row.Where, $"tables.{terms.Export.Name}.{terms.Export.Columns[column]}", expected, received, hint);
        }

        return null;
    }

    /// <summary>The kinds of patients in the order of the keys' values; last, where there is not enough of some, all together.</summary>
    private List<(string[] Values, StaysGroup Group)> Groups()
    {
        var stays = Known([.. rows.Select(row => row.Stay)]);
        var kinds = rows.Zip(stays).GroupBy(pair => string.Join(' ', pair.First.Values.Select(value => FormattableString.Invariant($"{value:D4}"))))
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => (Values: kind.First().First.Values, Stays: kind.Select(pair => pair.Second).ToList())).ToList();
        var made = kinds.Select(kind => (Values: kind.Values.Select((value, key) => terms.By[key].Values[value]).ToArray(), kind.Stays))
            .Select(kind => (kind.Values, Group: Of(kind.Values.Length == 0 ? All : string.Join(", ", kind.Values), kind.Stays)))
            .Where(kind => kind.Group is not null).Select(kind => (kind.Values, kind.Group!)).ToList();
        if (problems.HasErrorsIn(terms.Export.Where.File) || (terms.By.Count > 0 && made.Count == terms.By.Aggregate(1, (all, key) => all * key.Values.Count)))
        {
            return made;
        }

        if (terms.By.Count > 0 && Of(All, stays) is { } whole)
        {
            made.Add(([.. terms.By.Select(_ => Anything)], whole));
        }

        if (made.Count == 0)
        {
            problems.Error(terms.Entry.KeyWhere, terms.Path,
                FormattableString.Invariant($"at least {MaximumLikelihood.LeastStays} stays that are over, not all of one length, to fit a law to"),
                FormattableString.Invariant($"{stays.Count(stay => stay.Kind != StayKind.Over)} of {stays.Count}"));
        }

        return made;
    }

    /// <summary>Whole numbers of days are nights, where a law is fitted; a 0 among lengths with fractions is less than the shortest of them.</summary>
    private IReadOnlyList<Stay> Known(IReadOnlyList<Stay> stays)
    {
        if (terms.Fit.Length == 0)
        {
            return stays;
        }

        if (terms.Length >= 0 && terms.Unit == 1 && stays.All(stay => double.IsInteger(stay.Days)))
        {
            return [.. stays.Select(stay => stay with { Kind = StayKind.Nights })];
        }

        var least = stays.Where(stay => stay is { Kind: StayKind.Exact, Days: > 0 }).Select(stay => stay.Days).DefaultIfEmpty(1).Min();
        return [.. stays.Select(stay => stay is { Kind: StayKind.Exact, Days: 0 } ? new Stay(StayKind.Under, least) : stay)];
    }

    /// <summary>What is made of some stays; null where a law is to be fitted and there is not enough, or after a problem.</summary>
    private StaysGroup? Of(string name, IReadOnlyList<Stay> stays)
    {
        if (terms.Fit.Length == 0)
        {
            if (stays.Any(stay => stay.Kind == StayKind.Over))
            {
                problems.Error(terms.Entry.KeyWhere, terms.Path, "fit: best, or a family, where some are still in bed", "the stays themselves",
                    "A stay that is not over has no length to be drawn; left out, it would make stays too short.");
                return null;
            }

            return new StaysGroup(terms.Entry.Key, name, stays, [], null);
        }

        IReadOnlyList<Stay> cut = [.. stays.Select(stay => stay.CutAt(terms.Most))];
        if (!MaximumLikelihood.CanFit(cut))
        {
            return null;
        }

        var fits = MaximumLikelihood.All(cut);
        return new StaysGroup(terms.Entry.Key, name, cut, fits, fits.First(fit => terms.Fit == StaysTerms.Best || fit.Family == terms.Fit));
    }

    private string Bounded(string law) => double.IsFinite(terms.Most) ? $"{law} at most {NumberText.Write(terms.Most)} d" : law;

    /// <summary>Adds the table of the stays themselves; its name.</summary>
    private string Sample(StaysGroup group, Dictionary<string, TableData> tables)
    {
        var name = $"{terms.Entry.Key}.{group.Name.Replace(", ", ".", StringComparison.Ordinal)}";
        var text = new TableText.Builder(1, terms.Export.Where.File);
        foreach (var stay in group.Stays)
        {
            text.Add(NumberText.Write(stay.Days));
            text.EndRow(terms.Export.Where.Line);
        }

        tables[name] = new TableData(name, terms.Export.Where, [Column], text.Build());
        return name;
    }
}
