using Parquet;
using Parquet.Schema;

namespace FlowSim.Scenarios.Results.Tables;

/// <summary>The cells of a column that are not yet written.</summary>
internal abstract class ParquetColumn(DataField field)
{
    public DataField Field { get; } = field;

    public static ParquetColumn Of(string name, CellKind kind) => kind switch
    {
        CellKind.Text => new OfTexts(name),
        CellKind.Whole => new OfValues<int>(name),
        CellKind.Flag => new OfValues<bool>(name),
        CellKind.Moment => new OfValues<DateTime>(
            new DateTimeDataField(name, DateTimeFormat.Timestamp, isAdjustedToUTC: false, DateTimeTimeUnit.Millis, isNullable: true)),
        CellKind.Date => new OfValues<DateOnly>(name),
        _ => new OfValues<double>(name),
    };

    /// <summary>A text; of a column of days a day, empty for none.</summary>
    public virtual void Add(string value) => throw Refused(value);

    public virtual void Add(int value) => throw Refused(value);

    public virtual void Add(double value) => throw Refused(value);

    public virtual void Add(bool value) => throw Refused(value);

    public virtual void Add(DateTime value) => throw Refused(value);

    public abstract void AddNothing();

    /// <summary>Writes the cells and lets them go.</summary>
    public abstract void Write(ParquetRowGroupWriter group);

    private InvalidOperationException Refused(object value) =>
        new(FormattableString.Invariant($"column {Field.Name} is of type {Field.ClrType.Name} and was given {value}"));

    private sealed class OfTexts(string name) : ParquetColumn(new DataField(name, typeof(string), isNullable: false))
    {
        private readonly List<string> cells = [];

        public override void Add(string value) => cells.Add(value);

        public override void AddNothing() => cells.Add("");

        public override void Write(ParquetRowGroupWriter group)
        {
            group.WriteAsync(Field, cells).GetAwaiter().GetResult();
            cells.Clear();
        }
    }

    private sealed class OfValues<T>(DataField field) : ParquetColumn(field)
        where T : struct
    {
        private readonly List<T?> cells = [];

        public OfValues(string name)
            : this(new DataField(name, typeof(T), isNullable: true))
        {
        }

        public override void Add(string value)
        {
            if (typeof(T) != typeof(DateOnly))
            {
                base.Add(value);
            }

            cells.Add(ResultDate.TryRead(value, out var day) ? (T)(object)day : null);
        }

        public override void Add(int value) => cells.Add(value is T cell ? cell : (T)(object)(double)value);

        public override void Add(double value) => cells.Add((T)(object)value);

        public override void Add(bool value) => cells.Add((T)(object)value);

        public override void Add(DateTime value) => cells.Add((T)(object)value);

        public override void AddNothing() => cells.Add(null);

        public override void Write(ParquetRowGroupWriter group)
        {
            group.WriteAsync<T>(Field, cells.ToArray().AsMemory()).GetAwaiter().GetResult();
            cells.Clear();
        }
    }
}
