using FlowSim.Scenarios.Results.Tables;
using SpreadCheetah;

namespace FlowSim.Scenarios.Results.Workbooks;

/// <summary>Rows of a sheet, cell by cell: numbers as numbers, empty where undefined or not finite.</summary>
internal sealed class SheetRows(Spreadsheet workbook) : IRowWriter
{
    private readonly List<DataCell> cells = [];

    public void Cell(string column, string value) => cells.Add(new DataCell(value));

    public void Cell(string column, int value) => cells.Add(new DataCell(value));

    public void Cell(string column, double value) => cells.Add(double.IsFinite(value) ? new DataCell(value) : default);

    public void Cell(string column, float value) => cells.Add(float.IsFinite(value) ? new DataCell(value) : default);

    public void Cell(string column, decimal value) => cells.Add(new DataCell(value));

    public void Cell(string column, bool value) => cells.Add(new DataCell(value));

    public void Cell(string column, DateTime value) => cells.Add(new DataCell(value));

    public void Empty(string column) => cells.Add(default);

    public void EndRow()
    {
        workbook.AddRowAsync(cells).AsTask().GetAwaiter().GetResult();
        cells.Clear();
    }
}
