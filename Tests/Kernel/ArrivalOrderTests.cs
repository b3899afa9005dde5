using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.Streams;

namespace FlowSim.Tests.Kernel;

public sealed class ArrivalOrderTests
{
    [Test]
    public void Entries_come_out_sorted_however_many_and_however_unevenly_they_lie(
        [Values(0, 1, 2, 9, 100, 1000, 5000)] int count, [Values(1, 3600, 36_000, 2_678_400)] int length, [Values(1, 50)] int unevenness)
    {
        var entries = new ulong[count + 1];
        for (var index = 0; index < count; index++)
        {
            entries[index] = ((ulong)(Math.Pow(Philox.Generate(5, (ulong)index, 0).Uniform, unevenness) * length) << 32) | (uint)index;
        }

        var expected = entries[..count].Order().ToArray();
        var sorted = new ArrivalOrder().Sort(entries, count, length);
        Assert.That(sorted[..count], Is.EqualTo(expected));
    }
}
