using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Observed;
using FlowSim.Scenarios.Compilation.Record;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Compiles streams.</summary>
internal sealed class StreamCompiler
{
    private readonly CompileContext context;
    private readonly Parts parts;
    private readonly RateCompiler rates;
    private readonly CountCompiler counts;
    private readonly ScheduleCompiler schedules;
    private readonly ObservedCompiler observed;
    private readonly RecordLayer record;

    public StreamCompiler(CompileContext context, Parts parts)
    {
        this.context = context;
        this.parts = parts;
        rates = new RateCompiler(context, parts);
        counts = new CountCompiler(context, parts);
        schedules = new ScheduleCompiler(context, parts, counts);
        observed = new ObservedCompiler(context);
        record = new RecordLayer(context, parts.Horizon);
    }

    /// <summary>All instances in order.</summary>
    public StreamModel[] Compile(IReadOnlyList<StreamDescription> streams)
    {
        var models = new List<StreamModel>();
        foreach (var (description, template) in streams.Zip(context.Streams.Templates))
        {
            for (var instance = 0; instance < template.Count; instance++)
            {
                models.Add(template.Dimension < 0 ? Compile(description, template.Name, CompileScope.System) : Compile(description, template, instance));
            }
        }

        return [.. models];
    }

    private StreamModel Compile(StreamDescription description, Template template, int instance)
    {
        var name = context.Dimensions[template.Dimension].Instances[instance];
        return Compile(description.At(name), $"{template.Name}@{name}", new CompileScope(template.Dimension, instance));
    }

    private StreamModel Compile(StreamDescription stream, string name, CompileScope scope)
    {
        var rate = stream.Rate is { } written ? rates.Compile(written, scope) : null;
        var closes = stream.Closes is { } closure ? Closure(closure, scope) : null;
        return new StreamModel
        {
            Name = name,
            Template = stream.Name.Text,
            KeyHash = StableHash.Of(name),
            EachDimension = scope.Dimension,
            Instance = scope.Instance,
            Own = context.OwnValues(scope),
            Rate = closes is null ? record.Rate(name, rate) : record.Closures(context.Pools.Pools[closes.Pool].Name, rate),
            Count = stream.Count is { } count ? counts.Compile(count, scope) : null,
            Schedule = stream.Schedule is { } schedule ? schedules.Compile(schedule, scope) : null,
            Observed = stream.Observed is { } list ? observed.Compile(stream, list, scope) : null,
            To = stream.To is { } to ? parts.References.Target(to, scope) : -1,
            Closes = closes,
            Attributes = parts.Sets.Compile(stream.Attributes, scope, SetCompiler.OfStream),
        };
    }

    private ClosureModel? Closure(ClosureDescription closes, CompileScope scope)
    {
        var pool = parts.References.Pool(closes.Pool, scope);
        var amount = parts.Amounts.Units(closes.Amount);
        var time = parts.Times.Compile(closes.Time, scope);
        if (pool is { Pool: < 0 })
        {
            context.Problems.Error(closes.Pool.Where, closes.Pool.Path, "one pool, since a closure is no patient", closes.Pool.Text,
                "Name the instance, or write the stream for each of the dimension.");
            return null;
        }

        if (time is not null && PatientUse.In(time))
        {
            context.Problems.Error(closes.Time.At.Where, closes.Time.At.Path, "a time that does not depend on a patient, since a closure is none",
                closes.Time.At.Text);
            return null;
        }

        return pool is null || amount is not { } units || time is null ? null : new ClosureModel { Pool = pool.Pool, Amount = (int)units, Time = time };
    }
}
