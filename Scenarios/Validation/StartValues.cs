using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>What patients of a stream carry before its attributes are drawn: the instance of the stream, and the cells of an observed list.</summary>
internal static class StartValues
{
    /// <summary>Each combination once.</summary>
    public static IEnumerable<PatientValues> Of(SystemModel model, StreamModel stream, bool[] followed)
    {
        int[] start = [.. Enumerable.Range(0, model.Attributes.Length).Select(attribute => followed[attribute] ? PatientValues.Unset : PatientValues.Any)];
        foreach (var own in stream.Own)
        {
            Put(start, own.Attribute, own.Value, model, followed);
        }

        return stream.Observed is { } observed ? Rows(observed, start, model, followed) : [new PatientValues(start)];
    }

    private static HashSet<PatientValues> Rows(ObservedModel observed, int[] start, SystemModel model, bool[] followed)
    {
        var found = new HashSet<PatientValues>();
        var columns = observed.Attributes.Length;
        for (var row = 0; row < observed.Times.Length; row++)
        {
            int[] values = [.. start];
            for (var column = 0; column < columns; column++)
            {
                Put(values, observed.Attributes[column], observed.Values[(row * columns) + column], model, followed);
            }

            found.Add(new PatientValues(values));
        }

        return found;
    }

    /// <summary>How long a length of time is decides no way.</summary>
    private static void Put(int[] values, int attribute, int value, SystemModel model, bool[] followed)
    {
        if (attribute >= 0 && followed[attribute])
        {
            values[attribute] = model.Attributes[attribute].IsDuration ? PatientValues.Any : value;
        }
    }
}
