using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;
using Timer = FlowSim.Simulator.Model.Timer;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Compiles <c>place</c> and <c>staff</c> into bundles.</summary>
internal sealed class RequestCompiler
{
    private readonly CompileContext context;
    private readonly References references;
    private readonly TimerCompiler timers;
    private readonly TimeCompiler times;

    public RequestCompiler(CompileContext context, References references, TimerCompiler timers, TimeCompiler times)
    {
        this.context = context;
        this.references = references;
        this.timers = timers;
        this.times = times;
    }

    /// <summary>Alternatives of one list, and pools of one <c>+</c>, that the engine can tell apart.</summary>
    private const int Most = 32;

    /// <summary>Units of one pool that can be asked for together.</summary>
    private const int MostUnits = short.MaxValue;

    /// <summary>Every bundle so far.</summary>
    public List<Bundle> Bundles { get; } = [];

    /// <summary>The bundles of a list in written order.</summary>
    /// <param name="requests">As written.</param>
    /// <param name="scope">The instance.</param>
    /// <param name="stageHash">Keys the draws of <c>after</c>.</param>
    /// <param name="firstIndex">Index of the first timer: place and staff of a stage must differ.</param>
    /// <param name="isStaff">True for staff, which may be asked for <c>for T</c>.</param>
    public Bundle[] Compile(IReadOnlyList<RequestDescription> requests, CompileScope scope, uint stageHash, int firstIndex, bool isStaff)
    {
        if (requests.Count > Most)
        {
            var at = requests[Most].Text;
            context.Problems.Error(at.Where, at.Path, $"at most {Most} alternatives", at.Text);
            return [];
        }

        var bundles = new List<Bundle>();
        for (var index = 0; index < requests.Count; index++)
        {
            if (Compile(requests[index], scope, stageHash, firstIndex + index, isStaff) is { } bundle)
            {
                bundles.Add(bundle);
            }
        }

        return [.. bundles];
    }

    private Bundle? Compile(RequestDescription request, CompileScope scope, uint stageHash, int index, bool isStaff)
    {
        var at = request.Text;
        if (!RequestTextReader.TryParse(at.Text, out var parsed, out var expected))
        {
            context.Problems.Error(at.Where, at.Path, expected, at.Text);
            return null;
        }

        if (!isStaff && (parsed.For is not null || request.For is not null))
        {
            context.Problems.Error(at.Where, at.Path, "a place without \"for\", since it is held until the next place is taken", at.Text);
            return null;
        }

        if (WrittenTwice(request, parsed) is { } twice)
        {
            context.Problems.Error(at.Where, at.Path, $"\"{twice}\" once", $"it is also in \"{at.Text}\"", "Leave one of them out.");
            return null;
        }

        if (Items(request, parsed.Parts, scope) is not { } items)
        {
            return null;
        }

        var after = After(request, parsed, scope, stageHash, index, out var bad);
        var limit = For(request, parsed, scope, ref bad);
        if (bad)
        {
            return null;
        }

        var bundle = new Bundle { Id = Bundles.Count, Items = items, After = after, For = limit };
        Bundles.Add(bundle);
        return bundle;
    }

    /// <summary>The key of the long form that the text of its pool says as well, or null.</summary>
    private static string? WrittenTwice(RequestDescription request, RequestText parsed) =>
        request.Amount is not null && (parsed.Parts.Count > 1 || parsed.Parts[0].Amount > 1) ? "n"
            : request.After is not null && parsed.After is not null ? "after"
            : request.For is not null && parsed.For is not null ? "for" : null;

    private PoolAmount[]? Items(RequestDescription request, IReadOnlyList<RequestPart> parts, CompileScope scope)
    {
        var at = request.Text;
        var items = new List<PoolAmount>();
        foreach (var part in parts)
        {
            var amount = request.Amount is { } written ? Amount(written) : part.Amount;
            if (references.Pool(part.Pool, part.Instance, at, scope) is { } pool && amount > 0)
            {
                items.Add(new PoolAmount(pool, amount));
            }
        }

        if (parts.Count > Most || items.Exists(item => item.Amount > MostUnits))
        {
            context.Problems.Error(at.Where, at.Path, $"at most {Most} pools together, and at most {MostUnits} of each", at.Text);
            return null;
        }

        var areFixed = items.Where(item => item.FixedPool >= 0).ToArray();
        if (parts.Select(part => (part.Pool, part.Instance)).Distinct().Count() < parts.Count
            || areFixed.DistinctBy(item => item.FixedPool).Count() < areFixed.Length)
        {
            context.Problems.Error(at.Where, at.Path, "each pool once", at.Text, "Write \"2 of …\".");
            return null;
        }

        return items.Count == parts.Count ? [.. items] : null;
    }

    private int Amount(Written written)
    {
        if (NumberText.TryParseWhole(written.Text, out var amount, out var expected) && amount > 0)
        {
            return amount;
        }

        context.Problems.Error(written.Where, written.Path, expected.Length > 0 ? expected : "a whole number above 0", written.Text);
        return 0;
    }

    private Timer? After(RequestDescription request, RequestText parsed, CompileScope scope, uint stageHash, int index, out bool bad)
    {
        Timer? after = null;
        var written = false;
        if (request.After is { } description)
        {
            written = true;
            after = timers.Compile(description, scope, stageHash, index, request.Text.Text);
        }
        else if (parsed.After is { } text)
        {
            written = true;
            after = timers.Compile(text, request.Text, scope, stageHash, index, request.Text.Text);
        }

        bad = written && after is null;
        return after;
    }

    private TimeRule? For(RequestDescription request, RequestText parsed, CompileScope scope, ref bool bad)
    {
        var limit = request.For is { } description ? times.Compile(description, scope) : parsed.For is { } text ? times.Rule(text, request.Text, scope) : null;
        bad |= limit is null && (request.For is not null || parsed.For is not null);
        return limit;
    }
}
