using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.Saving;

namespace FlowSim.Simulator.State;

/// <summary>All patients present, pooled in arrays and recycled through a free list.</summary>
internal sealed class PatientStore
{
    public const int None = -1;

    /// <summary>Up to about so many patients the second-level cache holds all, and fetching ahead does not pay.</summary>
    public const int FitIntoCache = 6000;

    private int firstFree = None;
    private int used;

    public PatientStore(int attributes, int clocks, int templates)
    {
        Attributes = attributes;
        Clocks = clocks;
        Templates = templates;
        const int initial = 1024;
        Items = new Patient[initial];
        Values = new int[initial * attributes];
        ClockStart = new int[initial * clocks];
        ClockRuns = new ushort[initial * clocks];
        Visits = new ushort[initial * templates];
        First = new FirstDraw[initial];
        Running = new int[initial];
    }

    public Patient[] Items { get; private set; }

    /// <summary>Attribute values [patient * Attributes + attribute].</summary>
    public int[] Values { get; private set; }

    /// <summary>Clock starts [patient * Clocks + clock] [s]; in the future while a clock is due to start.</summary>
    public int[] ClockStart { get; private set; }

    /// <summary>Bit masks of clocks that run or are due to start: side by side, since censuses look at everybody's; 0 in free records.</summary>
    public int[] Running { get; private set; }

    /// <summary>How often each clock has started [patient * Clocks + clock].</summary>
    public ushort[] ClockRuns { get; private set; }

    /// <summary>Visits [patient * Templates + stage template].</summary>
    public ushort[] Visits { get; private set; }

    /// <summary>Draws of the first stage, made on arrival.</summary>
    public FirstDraw[] First { get; private set; }

    public int Attributes { get; }

    public int Clocks { get; }

    public int Templates { get; }

    /// <summary>The attribute values of one patient.</summary>
    public Span<int> ValuesOf(int patient) => Values.AsSpan(patient * Attributes, Attributes);

    /// <summary>The patient takes the values that a place gives.</summary>
    public void Take(int patient, OwnValue[] own)
    {
        foreach (ref readonly var one in own.AsSpan())
        {
            Values[(patient * Attributes) + one.Attribute] = one.Value;
        }
    }

    /// <summary>What the value of an attribute, or the values of two, pick; -1: nothing.</summary>
    /// <param name="byValue">By value, that of the second changing fastest.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="second">The second attribute, or -1.</param>
    /// <param name="seconds">How many values the second has.</param>
    public int Chosen(int[] byValue, int patient, int attribute, int second, int seconds)
    {
        var value = Values[(patient * Attributes) + attribute];
        if (second >= 0 && value >= 0)
        {
            var other = Values[(patient * Attributes) + second];
            value = (uint)other < (uint)seconds ? (value * seconds) + other : None;
        }

        return (uint)value < (uint)byValue.Length ? byValue[value] : None;
    }

    /// <summary>Asks the processor to bring a patient's data near, where it can.</summary>
    public unsafe void Fetch(int patient)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Items[patient]));
            Fetch(Values, patient * Attributes, Attributes);
            Fetch(ClockStart, patient * Clocks, Clocks);
            Fetch(Visits, patient * Templates, Templates);
        }
    }

    private static unsafe void Fetch<T>(T[] array, int from, int length)
        where T : unmanaged
    {
        const int line = 64;
        if (length > 0)
        {
            var first = (byte*)Unsafe.AsPointer(ref array[from]);
            for (var at = 0; at < length * sizeof(T); at += line)
            {
                Sse.Prefetch0(first + at);
            }
        }
    }

    /// <summary>Patients present.</summary>
    public int Present { get; private set; }

    /// <summary>Records in use or free: indices below this may be looked at.</summary>
    public int Used => used;

    /// <summary>First of the free records, or -1; each points to the next by its first holding.</summary>
    public int FirstFree => firstFree;

    /// <summary>A fresh record; its attributes and visits are cleared by the caller's initial values.</summary>
    public int Add(ReadOnlySpan<int> initialValues)
    {
        int index;
        if (firstFree != None)
        {
            index = firstFree;
            firstFree = Items[index].FirstHolding;
        }
        else
        {
            if (used == Items.Length)
            {
                Grow();
            }

            index = used++;
        }

        Present++;
        if (Attributes > 0)
        {
            initialValues.CopyTo(ValuesOf(index));
        }

        if (Clocks > 0)
        {
            ClockRuns.AsSpan(index * Clocks, Clocks).Clear();
        }

        Visits.AsSpan(index * Templates, Templates).Clear();
        ref var patient = ref Items[index];
        patient = default;
        patient.FirstRequest = None;
        patient.FirstHolding = None;
        patient.PlaceTaken = None;
        patient.DelayKind = None;
        patient.DelayPool = None;
        patient.LiveSequence = uint.MaxValue;
        patient.Stage = None;
        patient.Rank = 1;
        return index;
    }

    public void Remove(int index)
    {
        ref var patient = ref Items[index];
        patient.Phase = Phase.None;
        patient.LiveSequence = uint.MaxValue;
        patient.FirstHolding = firstFree;
        firstFree = index;
        Present--;
    }

    /// <summary>A copy with the same records, laid out for other numbers of attributes, clocks and templates; the caller fills those.</summary>
    public PatientStore CopyFor(int attributes, int clocks, int templates)
    {
        var size = Items.Length;
        return new PatientStore(attributes, clocks, templates)
        {
            Items = (Patient[])Items.Clone(),
            Values = new int[size * attributes],
            ClockStart = new int[size * clocks],
            ClockRuns = new ushort[size * clocks],
            Visits = new ushort[size * templates],
            First = new FirstDraw[size],
            Running = (int[])Running.Clone(),
            firstFree = firstFree,
            used = used,
            Present = Present,
        };
    }

    /// <summary>Saves it, or makes it what was saved. Draws made ahead are made anew by who needs them.</summary>
    public void Transfer(StateStream state)
    {
        (Items, Values, ClockStart) = (state.Array(Items), state.Array(Values), state.Array(ClockStart));
        (ClockRuns, Visits, Running) = (state.Array(ClockRuns), state.Array(Visits), state.Array(Running));
        (firstFree, used, Present) = (state.Value(firstFree), state.Value(used), state.Value(Present));
        First = state.IsRead ? new FirstDraw[Items.Length] : First;
    }

    private void Grow()
    {
        var size = used * 2;
        Items = Resized(Items, size);
        Values = Resized(Values, size * Attributes);
        ClockStart = Resized(ClockStart, size * Clocks);
        ClockRuns = Resized(ClockRuns, size * Clocks);
        Visits = Resized(Visits, size * Templates);
        First = Resized(First, size);
        Running = Resized(Running, size);
    }

    private static T[] Resized<T>(T[] array, int size)
    {
        Array.Resize(ref array, size);
        return array;
    }
}
