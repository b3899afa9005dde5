using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Compiles stages.</summary>
internal sealed class StageCompiler
{
    private const string WithinWord = "within ";

    /// <summary>Timers of staff alternatives are numbered from here, those of places from 0.</summary>
    private const int FirstStaffTimer = 64;

    private static readonly Routing NoRouting = new() { Branches = [], IsFixed = false };

    private readonly CompileContext context;
    private readonly Parts parts;
    private readonly PriorityCompiler priorities;
    private readonly DelayCompiler delays;

    public StageCompiler(CompileContext context, Parts parts)
    {
        this.context = context;
        this.parts = parts;
        priorities = new PriorityCompiler(context, parts);
        delays = new DelayCompiler(context, parts.Routing);
    }

    /// <summary>All instances in order.</summary>
    public StageModel[] Compile(IReadOnlyList<StageDescription> stages)
    {
        var models = new List<StageModel>();
        for (var index = 0; index < stages.Count; index++)
        {
            var template = context.Stages.Templates[index];
            for (var instance = 0; instance < template.Count; instance++)
            {
                var name = template.Dimension < 0 ? null : context.Dimensions[template.Dimension].Instances[instance];
                var stage = name is null ? stages[index] : stages[index].At(name);
                var scope = name is null ? CompileScope.System : new CompileScope(template.Dimension, instance);
                models.Add(Compile(stage, index, name is null ? template.Name : $"{template.Name}@{name}", scope));
            }
        }

        return [.. models];
    }

    private StageModel Compile(StageDescription stage, int template, string name, CompileScope scope)
    {
        var hash = StableHash.Of(stage.Key?.Text ?? stage.Name.Text);
        var clocks = Clocks(stage);
        return new StageModel(
            Name: name,
            Template: template,
            KeyHash: hash,
            EachDimension: scope.Dimension,
            Instance: scope.Instance,
            Own: context.OwnValues(scope),
            PlaceMode: stage.PlaceForm switch { PlaceForm.Request => PlaceMode.Request, PlaceForm.Keep => PlaceMode.Keep, _ => PlaceMode.None },
            Place: parts.Requests.Compile(stage.Place, scope, hash, 0, isStaff: false),
            Keep: Keep(stage),
            Staff: parts.Requests.Compile(stage.Staff, scope, hash, FirstStaffTimer, isStaff: true),
            Time: stage.Time is { } time ? parts.Times.Compile(time, scope) ?? TimeCompiler.Nothing : TimeCompiler.Nothing,
            Then: parts.Routing.Compile(stage.Then, scope) ?? NoRouting,
            Diversions: [.. stage.Diversions.Select(diversion => Diversion(diversion, scope)).OfType<Diversion>()],
            Priority: priorities.Compile(stage.Priority, scope, hash),
            GivesUp: [.. stage.GivesUp.Select((reason, index) => GivesUp(reason, index, scope, hash, template)).OfType<GivingUp>()],
            MovesBack: stage.MovesBack is { } back ? MovesBack(back, stage.Place, scope) : null,
            Delayed: stage.Delayed is { } delayed ? delays.Compile(delayed, scope) : null,
            Clocks: clocks,
            ClockMask: clocks.Aggregate(0, (mask, clock) => mask | (1 << clock.Clock)),
            Sets: parts.Sets.Compile(stage.Sets, scope, hash),
            Adds: [.. stage.Adds.Select(add => Add(add.Attribute, add.Amount, scope)).OfType<AddRule>()],
            StartsWith: [.. stage.StartsWith.Select(census => Census(census, scope)).OfType<InitialCensus>()]);
    }

    private AddRule? Add(Written name, AmountDescription amount, CompileScope scope)
    {
        var attribute = context.FindAttribute(name.Text);
        if (attribute < 0 || context.Attributes.KindOf(attribute) != AttributeKind.Number)
        {
            context.Problems.Error(name.Where, name.Path, "an attribute that is a number", name.Text, $"Declare it: attributes: {{ {name.Text}: number }}.");
            return null;
        }

        return parts.Amounts.Table(amount, scope, Whole) is { } table
            ? new AddRule { Attribute = attribute, Lookup = table.Lookup, Amounts = table.Values }
            : null;
    }

    /// <summary>A whole number that can be added: numbers of patients are whole.</summary>
    private int? Whole(Written text)
    {
        if (NumberText.TryParseWhole(text.Text, out var amount, out _) && amount >= 0)
        {
            return amount;
        }

        var isBroken = NumberText.TryParse(text.Text, out var number, out _) && number >= 0;
        context.Problems.Error(text.Where, text.Path, "a whole number of at least 0", text.Text,
            isBroken ? "Numbers of patients are whole: count in a smaller unit, such as metres, and give the measure a factor." : "");
        return null;
    }

    private bool[]? Keep(StageDescription stage)
    {
        if (stage.Keep.Count == 0)
        {
            return null;
        }

        var keep = new bool[context.Pools.Pools.Count];
        foreach (var name in stage.Keep)
        {
            var (template, word) = NameText.Split(name.Text);
            var pools = word is not null && word.Split(EachText.Joint).Any(part => context.FindAttribute(part) >= 0)
                ? context.PoolsOf(template)
                : context.PoolsOf(name.Text);
            if (pools.Length == 0)
            {
                context.Problems.Error(name.Where, name.Path, "a pool or a group", name.Text, Nearest.Hint(name.Text, context.Pools.TemplatesAndGroups));
            }

            Array.ForEach(pools, pool => keep[pool] = true);
        }

        return keep;
    }

    private ClockUse[] Clocks(StageDescription stage)
    {
        var uses = new List<ClockUse>();
        foreach (var clock in stage.Clocks)
        {
            var within = -1;
            if (clock.Within is { } text)
            {
                var bare = text.Text.StartsWith(WithinWord, StringComparison.Ordinal) ? text.Text[WithinWord.Length..] : text.Text;
                within = parts.Amounts.Seconds(text with { Text = bare }) ?? -1;
            }

            uses.Add(new ClockUse(context.IndexOfClock(clock.Name.Text), within));
        }

        return [.. uses.Where(use => use.Clock is >= 0 and < NameTable.MostClocks)];
    }

    private Diversion? Diversion(DiversionDescription diversion, CompileScope scope)
    {
        var share = parts.Amounts.Table(diversion.Share, scope, parts.Amounts.Share);
        var condition = diversion.If is { } text ? parts.Expressions.Compile(text, scope) : null;
        var to = parts.References.Target(diversion.To, scope);
        if (share is not { } shares || to < 0 || (condition is null && diversion.If is not null))
        {
            return null;
        }

        return new Diversion
        {
            Name = diversion.Name.Text,
            KeyHash = StableHash.Of(diversion.Name.Text),
            Lookup = shares.Lookup,
            Shares = shares.Values,
            If = condition,
            To = to,
        };
    }

    private GivingUp? GivesUp(GivingUpDescription reason, int index, CompileScope scope, uint hash, int template)
    {
        var to = parts.References.Target(reason.To, scope);
        context.NoteGivingUp(template, reason.To.Text);
        if (reason.Queue is { } queue)
        {
            return parts.Amounts.Units(queue) is { } ahead && to >= 0 ? new GivingUp { Queue = (int)ahead, To = to, Reason = reason.To.Text } : null;
        }

        var timer = parts.Timers.Compile(reason.After!, scope, hash, index, reason.To.Text);
        return timer is not null && to >= 0 ? new GivingUp { After = timer, To = to, Reason = reason.To.Text } : null;
    }

    private MovingBack? MovesBack(MovingBackDescription back, IReadOnlyList<RequestDescription> place, CompileScope scope)
    {
        // Half of a bundle may be held or kept from elsewhere, and then nobody can say what moving back to it, or away from it, would mean.
        foreach (var several in place.Where(request => request.Text.Text.Contains('+', StringComparison.Ordinal)))
        {
            context.Problems.Error(several.Text.Where, several.Text.Path, "one pool in each alternative, since the stage has moves_back", several.Text.Text,
                "leave out moves_back, or ask for the further pools in a stage of their own");
        }

        var during = back.During is { Text: not "daily" } hours ? parts.Hours.Hours(hours, scope) : null;
        return parts.Amounts.Rank(back.Priority) is { } rank ? new MovingBack { Rank = rank, During = during } : null;
    }

    private InitialCensus? Census(InitialCensusDescription census, CompileScope scope)
    {
        var stream = StreamOf(census.Stream, scope);
        var waiting = census.Waiting is { } w ? parts.Amounts.One(w, scope, parts.Amounts.Units) : 0;
        var inPlace = census.InPlace is { } p ? parts.Amounts.One(p, scope, parts.Amounts.Units) : 0;
        return stream < 0 || waiting is not { } list || inPlace is not { } present
            ? null
            : new InitialCensus
            {
                Stream = stream,
                Waiting = (int)list,
                InPlace = (int)present,
                Sets = parts.Sets.Compile(census.Sets, scope, SetCompiler.OfCensus),
            };
    }

    private int StreamOf(Written written, CompileScope scope)
    {
        var (name, word) = NameText.Split(written.Text);
        var index = context.Streams.Find(name);
        if (index < 0)
        {
            context.Problems.Error(written.Where, written.Path, "a stream", name, Nearest.Hint(name, context.Streams.Names));
            return -1;
        }

        var template = context.Streams.Templates[index];
        if (template.Dimension < 0)
        {
            return template.First;
        }

        var choice = parts.References.Choose(name, word ?? context.Dimensions[template.Dimension].Name, template.Dimension, written, scope);
        if (choice is { Fixed: < 0 })
        {
            context.Problems.Error(written.Where, written.Path, $"one instance of the stream {name}", written.Text,
                $"Write \"{name}@{context.Dimensions[template.Dimension].Instances[0]}\" for instance.");
        }

        return choice is { Fixed: >= 0 and var instance } ? template.First + instance : -1;
    }
}
