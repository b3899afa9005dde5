namespace FlowSim.Scenarios.Validation;

/// <summary>What is known of the attributes of a patient: the value of each, that it is not set, or nothing.</summary>
internal sealed class PatientValues : IEquatable<PatientValues>
{
    /// <summary>Not set.</summary>
    public const int Unset = -1;

    /// <summary>Set, or not known.</summary>
    public const int Any = -2;

    private readonly int[] values;
    private readonly int hash;

    public PatientValues(int[] values)
    {
        this.values = values;
        var combined = default(HashCode);
        foreach (var value in values)
        {
            combined.Add(value);
        }

        hash = combined.ToHashCode();
    }

    public int this[int attribute] => values[attribute];

    public PatientValues With(int attribute, int value)
    {
        if (values[attribute] == value)
        {
            return this;
        }

        int[] copy = [.. values];
        copy[attribute] = value;
        return new PatientValues(copy);
    }

    public bool Equals(PatientValues? other) => other is not null && values.AsSpan().SequenceEqual(other.values);

    public override bool Equals(object? obj) => Equals(obj as PatientValues);

    public override int GetHashCode() => hash;
}
