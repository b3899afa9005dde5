using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// Outcomes as bytes. What names a value is written once for a file, with the first outcome that has it: of tens of thousands of rows in each only the values
/// differ.
/// </summary>
internal sealed class OutcomeCodec
{
    private readonly Dictionary<(ResultKey Key, string Unit), int> known = [];
    private readonly List<(ResultKey Key, string Unit)> names = [];

    public byte[] Write(ReplicationOutcome outcome)
    {
        var before = names.Count;
        using var body = new MemoryStream();
        using (var to = new BinaryWriter(body, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            Write(to, outcome);
        }

        using var all = new MemoryStream();
        using var writer = new BinaryWriter(all);
        writer.Write7BitEncodedInt(names.Count - before);
        foreach (var (key, unit) in names.Skip(before))
        {
            Array.ForEach([key.Period, key.Measure, key.Place, key.Group, unit], writer.Write);
        }

        writer.Flush();
        body.WriteTo(all);
        return all.ToArray();
    }

    public ReplicationOutcome Read(BinaryReader from, RowPool? pool)
    {
        for (var left = from.Read7BitEncodedInt(); left > 0; left--)
        {
            Name((new ResultKey(from.ReadString(), from.ReadString(), from.ReadString(), from.ReadString()), from.ReadString()));
        }

        return new ReplicationOutcome
        {
            LeftOut = from.ReadString(),
            SpinUpEvents = from.ReadInt64(),
            SpinUp = ReadResult(from, pool),
            SpinUpYears = ReadList(from, () => (IReadOnlyList<ResultRow>)ReadRows(from)),
            Reported = [.. ReadList(from, () => ReadResult(from, pool))],
        };
    }

    private void Write(BinaryWriter to, ReplicationOutcome outcome)
    {
        to.Write(outcome.LeftOut);
        to.Write(outcome.SpinUpEvents);
        Write(to, outcome.SpinUp);
        WriteList(to, outcome.SpinUpYears, rows => WriteRows(to, rows));
        WriteList(to, outcome.Reported, result => Write(to, result));
    }

    private void Write(BinaryWriter to, ReplicationResult? result)
    {
        to.Write(result is not null);
        if (result is null)
        {
            return;
        }

        WriteRows(to, result.Rows);
        WriteList(to, result.Timelines, series =>
        {
            to.Write(series.Measure);
            to.Write(series.Place);
            to.Write(series.HoursOfWeek);
            WriteList(to, series.Values, to.Write);
        });
        WriteList(to, result.Flows, flow =>
        {
            Array.ForEach([flow.Period, flow.From, flow.To, flow.Place], to.Write);
            to.Write(flow.PerDay);
        });
        WriteList(to, result.Demands, demand => Write(to, demand));
        to.Write(result.Events);
        to.Write(result.FirstDay.DayNumber);
    }

    private ReplicationResult? ReadResult(BinaryReader from, RowPool? pool)
    {
        if (!from.ReadBoolean())
        {
            return null;
        }

        var result = new ReplicationResult
        {
            Rows = ReadRows(from),
            Timelines = ReadList(from, () => new TimelineSeries(from.ReadString(), from.ReadString(), from.ReadBoolean(), ReadList(from, from.ReadSingle))),
            Flows = ReadList(from, () => new FlowRow(from.ReadString(), from.ReadString(), from.ReadString(), from.ReadString(), from.ReadDouble())),
            Demands = ReadList(from, () => ReadDemand(from)),
            Events = from.ReadInt64(),
            FirstDay = DateOnly.FromDayNumber(from.ReadInt32()),
        };
        return pool is null ? result : pool.Share(result);
    }

    private void WriteRows(BinaryWriter to, IReadOnlyList<ResultRow> rows)
    {
        to.Write7BitEncodedInt(rows.Count);
        foreach (var row in rows)
        {
            to.Write7BitEncodedInt(Name((new ResultKey(row.Period, row.Measure, row.Place, row.Group), row.Unit)));
            to.Write(row.Value);
        }
    }

    private ResultRow[] ReadRows(BinaryReader from)
    {
        var rows = new ResultRow[from.Read7BitEncodedInt()];
        for (var row = 0; row < rows.Length; row++)
        {
            var (key, unit) = names[from.Read7BitEncodedInt()];
            rows[row] = new ResultRow(key.Period, key.Measure, key.Place, key.Group, unit, from.ReadDouble());
        }

        return rows;
    }

    private int Name((ResultKey Key, string Unit) name)
    {
        if (!known.TryGetValue(name, out var index))
        {
            index = names.Count;
            known.Add(name, index);
            names.Add(name);
        }

        return index;
    }

    private static void Write(BinaryWriter to, DemandOfMonth demand)
    {
        Array.ForEach([demand.Set, demand.Place, demand.Month], to.Write);
        to.Write(demand.Length);
        WriteList(to, demand.Taken, to.Write);
        WriteList(to, demand.Found, to.Write);
        WriteList(to, demand.Pools, pool =>
        {
            to.Write(pool.Pool);
            Array.ForEach(
                [pool.Asked, pool.FoundNone, pool.Given, pool.Borrowed, pool.Wanted, pool.Placed, pool.Belonging, pool.InUse, pool.Open],
                to.Write);
        });
    }

    private static DemandOfMonth ReadDemand(BinaryReader from) => new()
    {
        Set = from.ReadString(),
        Place = from.ReadString(),
        Month = from.ReadString(),
        Length = from.ReadInt64(),
        Taken = ReadList(from, from.ReadInt64),
        Found = ReadList(from, from.ReadInt64),
        Pools = ReadList(from, () => new PoolRequests
        {
            Pool = from.ReadString(),
            Asked = from.ReadInt64(),
            FoundNone = from.ReadInt64(),
            Given = from.ReadInt64(),
            Borrowed = from.ReadInt64(),
            Wanted = from.ReadInt64(),
            Placed = from.ReadInt64(),
            Belonging = from.ReadInt64(),
            InUse = from.ReadInt64(),
            Open = from.ReadInt64(),
        }),
    };

    private static void WriteList<T>(BinaryWriter to, IReadOnlyList<T> items, Action<T> write)
    {
        to.Write7BitEncodedInt(items.Count);
        foreach (var item in items)
        {
            write(item);
        }
    }

    private static T[] ReadList<T>(BinaryReader from, Func<T> read)
    {
        var items = new T[from.Read7BitEncodedInt()];
        for (var item = 0; item < items.Length; item++)
        {
            items[item] = read();
        }

        return items;
    }
}
