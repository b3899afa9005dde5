using System.Runtime.InteropServices;

namespace FlowSim.Simulator.Saving;

/// <summary>
/// A saved state on its way out or in: who has a part of the state names each piece once, and it is written, or read and put in its place. Pieces follow each
/// other without names, so a state is read by the program that wrote it and by no other.
/// </summary>
internal sealed class StateStream
{
    private readonly BinaryWriter? to;
    private readonly BinaryReader? from;

    /// <summary>On its way out.</summary>
    public StateStream(BinaryWriter to) => this.to = to;

    /// <summary>On its way in.</summary>
    public StateStream(BinaryReader from) => this.from = from;

    /// <summary>True where it is read.</summary>
    public bool IsRead => from is not null;

    /// <summary>The value: as it is when written, else what was read.</summary>
    public T Value<T>(T value)
        where T : unmanaged => Array([value])[0];

    /// <summary>The values: as they are when written, else what was read.</summary>
    /// <exception cref="EndOfStreamException">There is less than was written.</exception>
    public T[] Array<T>(T[] values)
        where T : unmanaged
    {
        if (to is not null)
        {
            to.Write(values.Length);
            to.Write(MemoryMarshal.AsBytes(values.AsSpan()));
            return values;
        }

        var read = new T[from!.ReadInt32()];
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(read.AsSpan()));
        return read;
    }

    /// <summary>Values that stay in the array they are in.</summary>
    /// <exception cref="InvalidDataException">What was written has another length.</exception>
    public void Into<T>(T[] values)
        where T : unmanaged
    {
        if (Array(values) is var read && read.Length != values.Length)
        {
            throw new InvalidDataException($"expected {values.Length} values, found {read.Length}");
        }

        read.CopyTo(values, 0);
    }
}
