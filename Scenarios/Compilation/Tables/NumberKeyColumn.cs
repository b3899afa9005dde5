using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>A column of whole numbers: a number attribute, or the number of the visit. Numbers above the highest named share one coordinate.</summary>
internal sealed class NumberKeyColumn : KeyColumn
{
    private const int Highest = 1000;
    private readonly int attribute;
    private int above = 1;

    /// <param name="attribute">The attribute, or -1 for the number of the visit.</param>
    public NumberKeyColumn(string name, int attribute, int column)
        : base(name, column) => this.attribute = attribute;

    public override int Size => above + 1;

    public override KeyCell? Read(string cell, out string expected, out string hint)
    {
        expected = "a whole number, a range such as 2-4, or *";
        hint = "";
        var coordinates = new List<int>();
        foreach (var part in cell.Split('|'))
        {
            var ends = part.Split('-');
            if (!NumberText.TryParseWhole(ends[0], out var first, out _) || !NumberText.TryParseWhole(ends[^1], out var last, out _) || first < 0
                || last < first || last > Highest || ends.Length > 2)
            {
                return null;
            }

            coordinates.AddRange(Enumerable.Range(first, last - first + 1));
            above = Math.Max(above, last + 1);
        }

        return new KeyCell(false, [.. coordinates.Distinct()]);
    }

    // Visits count from 1.
    public override bool CanOccur(int coordinate) => attribute >= 0 || coordinate > 0;

    public override string NameOf(int coordinate) => coordinate == above ? $"{above} or more" : NumberText.Write(coordinate);

    public override LookupKey ToKey(int stride) => new()
    {
        Source = attribute >= 0 ? KeySource.Attribute : KeySource.Visit,
        Attribute = attribute,
        Map = [.. Enumerable.Range(0, Size)],
        Stride = stride,
    };
}
