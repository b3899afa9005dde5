using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>Reads the cells of a key column; equal cells are read once.</summary>
internal sealed class KeyCellReader(ProblemList problems, KeyColumn key, string path)
{
    private readonly Dictionary<string, KeyCell> known = new(StringComparer.Ordinal);
    private readonly ManyFaults faults = new(problems, $"{path}.{key.Name}");
    private string lastExpected = "";

    /// <summary>What a row's cell matches; anything, after a problem.</summary>
    public KeyCell Read(TableRow row)
    {
        var text = row.Cells[key.Column].Trim();
        if (text == "*")
        {
            return KeyCell.Anything;
        }

        if (known.TryGetValue(text, out var cell))
        {
            return cell;
        }

        if (key.Read(text, out var expected, out var hint) is { } read)
        {
            known.Add(text, read);
            (key as NamedKeyColumn)?.Note(new Written(text, row.Where, $"{path}.{key.Name}"));
            return read;
        }

        lastExpected = expected;
        faults.Add(row, expected, text, hint);
        return KeyCell.Anything;
    }

    /// <summary>False after a problem.</summary>
    public bool Finish()
    {
        faults.Finish(lastExpected);
        return !faults.Any;
    }
}
