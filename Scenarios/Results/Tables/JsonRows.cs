using System.Text.Json;

namespace FlowSim.Scenarios.Results.Tables;

/// <summary>Rows as objects of a JSON list, with the columns for names; <c>null</c> where the CSV is empty.</summary>
internal sealed class JsonRows(Utf8JsonWriter json) : IRowWriter
{
    private bool isOpen;

    public void Cell(string column, string value)
    {
        Open();
        json.WriteString(column, value);
    }

    public void Cell(string column, int value)
    {
        Open();
        json.WriteNumber(column, value);
    }

    public void Cell(string column, double value)
    {
        Open();
        if (double.IsFinite(value))
        {
            json.WriteNumber(column, value);
        }
        else
        {
            json.WriteNull(column);
        }
    }

    public void Cell(string column, float value)
    {
        Open();
        if (float.IsFinite(value))
        {
            json.WriteNumber(column, value);
        }
        else
        {
            json.WriteNull(column);
        }
    }

    public void Cell(string column, decimal value)
    {
        Open();
        json.WriteNumber(column, value);
    }

    public void Cell(string column, bool value)
    {
        Open();
        json.WriteBoolean(column, value);
    }

    public void Cell(string column, DateTime value)
    {
        Open();
        json.WriteString(column, value);
    }

    public void Empty(string column)
    {
        Open();
        json.WriteNull(column);
    }

    public void EndRow()
    {
        json.WriteEndObject();
        isOpen = false;
    }

    private void Open()
    {
        if (!isOpen)
        {
            json.WriteStartObject();
            isOpen = true;
        }
    }
}
