using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Checklist;

/// <summary>Times, choices, requests and amounts of a description in words.</summary>
internal sealed class Phrases
{
    private const string Rest = "rest";

    /// <summary>A table of so many cells is written out where it is used.</summary>
    private const int FewCells = 6;

    private readonly DescribedSystem system;

    public Phrases(DescribedSystem system) => this.system = system;

    /// <summary>A length of time.</summary>
    public string Time(TimeDescription? time) =>
        time is null ? "none"
            : time.Text is { } text ? Time(text.Text)
            : time.Table is { } table ? Table(table)
            : string.Join("; ", time.Mixture.Select(part => $"{part.Share} {Time(part.Time.Text)}"));

    /// <summary>A point in time while a patient waits.</summary>
    public string Timer(TimerDescription timer) => Time(timer.Time) + (timer.Clock is { } clock ? FromClock(clock.Text) : "");

    /// <summary>When a patient who waits gives up or asks for more: <c>after 4 h</c>, <c>at the end of …</c>.</summary>
    public string After(TimerDescription timer) =>
        Timer(timer) is var time && time.StartsWith("until ", StringComparison.Ordinal) ? "if it lasts " + time : "after " + time;

    /// <summary>A number, or where it is looked up.</summary>
    public string Amount(AmountDescription amount) => amount.Text is { } text ? Priority(text.Text) : Table(amount.Table!);

    /// <summary>Pools asked for: alternatives in order.</summary>
    public string Requests(IReadOnlyList<RequestDescription> requests) => string.Join("; or else ", requests.Select(Request));

    /// <summary>Where next.</summary>
    public string Next(ChoiceDescription choice) => Choice(choice, system.Target);

    /// <summary>How an attribute gets its value.</summary>
    public string Value(ChoiceDescription choice) => Choice(choice, Value);

    /// <summary>What is set, attribute by attribute.</summary>
    public string Sets(IReadOnlyList<SetDescription> sets) =>
        string.Join("; ", sets.Select(set => $"{system.Words.Name(set.Attribute.Text)}: {Value(set.Value)}"));

    /// <summary>Whose delay it is.</summary>
    public string Attribution(ChoiceDescription choice) => Choice(choice, system.Words.Attribution);

    /// <summary>A table: its cells where they are few, else by name with its keys.</summary>
    public string Table(TableUse use)
    {
        if (Find(use.Table.Text) is not { } table)
        {
            return $"table `{use.Table}`";
        }

        var keys = system.Tables.KeysOf(SystemFolder.Tables, table);
        var values = Values(table, use.Column);
        if (values.Count == 1 && table.Rows.Count <= FewCells)
        {
            return string.Join("; ", table.Rows.Select(row => Case(table, row, keys) + row.Cells[table.ColumnOf(values[0])].Trim()))
                + $" (table `{table.Name}`)";
        }

        var by = keys.Count == 0 ? "" : " by " + string.Join(", ", keys.Select(system.Words.Name));
        return $"table `{table.Name}`{(use.Column is { } column ? $", column {column}," : "")}{by}";
    }

    /// <summary>Targets or values that a choice names, each once, in written order.</summary>
    public IReadOnlyList<string> Outcomes(ChoiceDescription choice) => [.. All(choice).Distinct()];

    private IEnumerable<string> All(ChoiceDescription choice) =>
        choice.Single is { } single ? [single.Text]
            : choice.Shares is { } shares ? shares.Select(share => share.Outcome.Text)
            : choice.By is { } by ? by.Outcomes.Select(outcome => outcome.Outcome.Text)
            : choice.Conditional is { } conditional ? conditional.SelectMany(one => All(one.Choice))
            : choice.Table is { } use && Find(use.Table.Text) is { } table ? OutcomesOf(table, use.Column)
            : [];

    private IEnumerable<string> OutcomesOf(TableData table, string? column)
    {
        var values = Values(table, column);
        var cells = values.SelectMany(value => table.Rows.Select(row => row.Cells[table.ColumnOf(value)].Trim())).Where(cell => cell.Length > 0);
        return cells.All(cell => ShareText.IsRest(cell) || cell.Contains('%', StringComparison.Ordinal)) ? values : cells.Distinct();
    }

    private string Choice(ChoiceDescription choice, Func<string, string> outcome) =>
        choice.Single is { } single ? outcome(single.Text)
            : choice.Shares is { } shares ? string.Join(", ", shares.Select(share => Share(share, outcome)))
            : choice.By is { } by ? $"by {system.Words.Name(by.Attribute.Text)}: "
                + string.Join(", ", by.Outcomes.Select(one => $"{system.Value(one.Value.Text)} → {outcome(one.Outcome.Text)}"))
            : choice.Table is { } table ? OutcomesInWords(table, outcome)
            : choice.Copy is { } copy ? $"as {system.Words.Name(copy.Text)}"
            : string.Join("; ", choice.Conditional!.Select((one, at) =>
                one.If is { } condition
                    ? $"if `{condition}`: {Choice(one.Choice, outcome)}"
                    : $"{(at == 0 ? "" : "otherwise ")}{Choice(one.Choice, outcome)}"));

    private string OutcomesInWords(TableUse use, Func<string, string> outcome)
    {
        var outcomes = Find(use.Table.Text) is { } table ? OutcomesOf(table, use.Column).Select(outcome).ToList() : [];
        return outcomes.Count is 0 or > FewCells ? Table(use) : $"{string.Join(", ", outcomes)}: shares in {Table(use)}";
    }

    /// <summary>A value of an attribute: a name, the value of another attribute, or a length of time.</summary>
    private string Value(string text) =>
        Attribute(text) ?? (TimeTextReader.TryParse(text, out var time, out _) && time is not TimeText.Attribute ? Time(time) : system.Value(text));

    private static string Share(ShareDescription share, Func<string, string> outcome) =>
        share.Share.Text == Rest ? $"the rest {outcome(share.Outcome.Text)}" : $"{share.Share} {outcome(share.Outcome.Text)}";

    private string Request(RequestDescription request)
    {
        if (!RequestTextReader.TryParse(request.Text.Text, out var read, out _))
        {
            return request.Text.Text;
        }

        var pools = string.Join(" and ", read.Parts.Select(part =>
            (part.Amount > 1 ? FormattableString.Invariant($"{part.Amount} of ") : request.Amount is { } amount ? $"{amount} of " : "")
                + system.Pool(part.Pool, part.Instance)));
        var after = request.After is { } timer ? Timer(timer) : read.After is { } time ? Time(time) : "";
        var limit = request.For is { } length ? Time(length) : read.For is { } given ? Time(given) : "";
        return pools + (after.Length == 0 ? "" : $" after {after} of waiting") + (limit.Length == 0 ? "" : $" for {limit}");
    }

    /// <summary>An attribute that ranks, a number, or either after a time.</summary>
    private string Priority(string text) => Attribute(text) ?? text;

    private string? Attribute(string text) => system.Attributes.Contains(text) ? $"the patient's {system.Words.Name(text)}" : null;

    private string Time(string text) => TimeTextReader.TryParse(text, out var time, out _) ? Time(time) : text;

    private string Time(TimeText time) => time switch
    {
        TimeText.UntilOpens opens => $"until {system.Words.Name(opens.Calendar)} opens",
        TimeText.UntilNextGate gate => $"until the next of {system.Words.Name(gate.Calendar)}",
        TimeText.UntilNextDrawn drawn => $"until a time of day drawn from table `{drawn.Table}`",
        TimeText.Of of when system.Description.Calendars.Any(calendar => calendar.Name.Text.Split('@')[0] == of.Name.Split('@')[0]) =>
            $"{Time(of.Time)} of the open time of {system.Words.Name(of.Name)}",
        TimeText.Of of => Time(of.Time) + FromClock(of.Name),
        TimeText.Attribute attribute => $"the patient's {system.Words.Name(attribute.Name)}",
        _ => time.ToText(),
    };

    private string FromClock(string clock) => $" from the start of the clock {system.Words.Name(clock)}";

    /// <summary>What a row is for, with a colon behind it; empty for a table of one row for all.</summary>
    private string Case(TableData table, TableRow row, IReadOnlyList<string> keys)
    {
        var telling = keys.Where(key => table.Rows.Select(other => Cell(other, key)).Distinct().Count() > 1).ToList();
        var words = telling.Select(key => Cell(row, key) is "*" or "" ? $"any other {system.Words.Name(key)}"
            : system.Dimensions.ContainsKey(key) ? system.Words.Place(Cell(row, key))
            : system.Value(Cell(row, key)));
        return telling.Count == 0 ? "" : string.Join(", ", words) + ": ";

        string Cell(TableRow of, string key) => of.Cells[table.ColumnOf(key)].Trim();
    }

    private List<string> Values(TableData table, string? column)
    {
        var keys = system.Tables.KeysOf(SystemFolder.Tables, table);
        return [.. table.Columns.Where(one => !keys.Contains(one) && !TableColumns.IsMetadata(one) && (column is null || one == column))];
    }

    private TableData? Find(string name) => system.Files.Tables.GetValueOrDefault(Path.GetFileNameWithoutExtension(name));
}
