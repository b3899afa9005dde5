using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Inputs;

/// <summary>Reads <c>calibrated-set.csv</c>: a row for a member, a column for an input.</summary>
internal sealed class CalibratedSetReader
{
    private const string Member = "member";
    private const string Central = "central";

    /// <summary>How far a member is from what was observed, in the units of its uncertainty; for whoever reads the file.</summary>
    private const string Implausibility = "implausibility";

    private readonly TableData table;
    private readonly ProblemList problems;

    private CalibratedSetReader(TableData table, ProblemList problems)
    {
        this.table = table;
        this.problems = problems;
    }

    /// <summary>The set beside a system; null where there is none, or, with problems said, where it is not right.</summary>
    public static CalibratedSet? Of(SystemFiles files, ProblemList problems)
    {
        if (files.CalibratedSet is not { } table)
        {
            return null;
        }

        var set = new CalibratedSetReader(table, problems).Read();
        return set is not null && CentralMember.IsDescribed(set, files, problems) ? set : null;
    }

    private CalibratedSet? Read()
    {
        var columns = Enumerable.Range(0, table.Columns.Length).Where(column => table.Columns[column] is not (Member or Central or Implausibility)).ToList();
        var sound = HasMembers(columns);
        foreach (var column in columns.Where(column => !InputValue.TryParseName(table.Columns[column], out _, out _)))
        {
            sound = Fail(table.Where, "paths of inputs as heads, such as \"stages.ward.time.mean\" or \"scale:tables.stay.time.mean\"", table.Columns[column]);
        }

        if (!sound)
        {
            return null;
        }

        var numbers = new Dictionary<int, SourceLocation>();
        var members = table.Rows.Select(row => Read(row, columns, numbers)).ToList();
        return members.Contains(null) || !HasOneCentral(members!) ? null : new CalibratedSet(columns.ConvertAll(column => table.Columns[column]), members!);
    }

    private bool HasMembers(List<int> columns)
    {
        if (table.ColumnOf(Member) < 0 || table.ColumnOf(Central) < 0 || columns.Count == 0)
        {
            return Fail(table.Where, $"the columns {Member} and {Central} and one for each input", string.Join(", ", table.Columns));
        }

        return table.Rows.Count > 0 || Fail(table.Where, "a row for each set of inputs that is not ruled out", "no row",
            "Where everything is ruled out there is no set: leave the file away, or widen the ranges that were tried.");
    }

    private bool HasOneCentral(List<CalibratedMember> members)
    {
        var central = members.FindAll(member => member.IsCentral);
        return central.Count == 1 || Fail(central.Count == 0 ? table.Where : central[1].Where, $"\"true\" under {Central} in one row, that of the description",
            central.Count == 0 ? "none" : $"several, of which the first is at {central[0].Where}");
    }

    private CalibratedMember? Read(TableRow row, List<int> columns, Dictionary<int, SourceLocation> numbers)
    {
        var sound = true;
        var number = row.Cells[table.ColumnOf(Member)].Trim();
        if (!NumberText.TryParseWhole(number, out var read, out _) || read < 1)
        {
            sound = Fail(row.Where, $"a number from 1 under {Member}", number);
        }
        else if (!numbers.TryAdd(read, row.Where))
        {
            sound = Fail(row.Where, "each member once", number, $"It is also at {numbers[read]}.");
        }

        var central = row.Cells[table.ColumnOf(Central)].Trim();
        if (central is not ("true" or "false" or ""))
        {
            sound = Fail(row.Where, $"true or false under {Central}", central);
        }

        foreach (var column in columns.Where(column => row.Cells[column].Trim().Length == 0))
        {
            sound = Fail(row.Where, $"a value for {table.Columns[column]}", "", "The inputs are known together only: a member has a value of each.");
        }

        return sound ? new CalibratedMember(read, columns.ConvertAll(column => Value(row, column)), central == "true", row.Where) : null;
    }

    private InputValue Value(TableRow row, int column) => InputValue.TryParseName(table.Columns[column], out var verb, out var path)
        ? new InputValue(verb, path, row.Cells[column].Trim())
        : throw new InvalidOperationException("Heads have been read before");

    private bool Fail(SourceLocation where, string expected, string received, string hint = "")
    {
        problems.Error(where, "calibrated-set", expected, received, hint);
        return false;
    }
}
