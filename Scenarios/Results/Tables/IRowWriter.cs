namespace FlowSim.Scenarios.Results.Tables;

/// <summary>Takes the cells of a row, one column after the other.</summary>
internal interface IRowWriter
{
    void Cell(string column, string value);

    void Cell(string column, int value);

    /// <summary>Nothing where the number is not finite.</summary>
    void Cell(string column, double value);

    /// <summary>Nothing where the number is not finite.</summary>
    void Cell(string column, float value);

    /// <summary>Every digit that it has.</summary>
    void Cell(string column, decimal value);

    void Cell(string column, bool value);

    /// <summary>A day with a time of day, to the second, by the clock of the system.</summary>
    void Cell(string column, DateTime value);

    void Empty(string column);

    void EndRow();
}
