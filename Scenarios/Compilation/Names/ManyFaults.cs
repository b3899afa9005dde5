using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>Faults in the rows of one column: the first few row by row, the others by their number, since a file may have a million.</summary>
internal sealed class ManyFaults(ProblemList problems, string path)
{
    private const int Named = 20;
    private int count;
    private SourceLocation last;

    public bool Any => count > 0;

    /// <summary>Reports a cell.</summary>
    public void Add(TableRow row, string expected, string received, string hint = "")
    {
        count++;
        last = row.Where;
        if (count <= Named)
        {
            problems.Error(row.Where, path, expected, received, hint);
        }
    }

    /// <summary>Says how many more there are.</summary>
    public void Finish(string expected)
    {
        if (count > Named)
        {
            problems.Error(last, path, expected, FormattableString.Invariant($"a fault in {count - Named} more rows, of which this is the last"));
        }
    }
}
