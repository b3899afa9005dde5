using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Record;

/// <summary>Finds what <c>recorded:</c> names in the compiled system.</summary>
internal sealed class RecordedCompiler
{
    /// <summary>How a file says that all types are meant together.</summary>
    public const string AllTypes = "all";

    private readonly SystemDescription description;
    private readonly RecordedDescription recorded;
    private readonly SystemModel model;
    private readonly ProblemList problems;
    private readonly Dictionary<string, Written> typeOfStream = new(StringComparer.Ordinal);

    private RecordedCompiler(SystemDescription description, RecordedDescription recorded, SystemModel model, ProblemList problems)
    {
        this.description = description;
        this.recorded = recorded;
        this.model = model;
        this.problems = problems;
    }

    /// <summary>What may be recorded; what is wrong is said and left out.</summary>
    /// <param name="description">As written.</param>
    /// <param name="model">As compiled; what had problems of its own may be missing in it.</param>
    /// <param name="problems">Takes what is found.</param>
    public static RecordedParts Compile(SystemDescription description, SystemModel model, ProblemList problems)
    {
        if (description.Recorded is not { } recorded)
        {
            return RecordedParts.None;
        }

        var compiler = new RecordedCompiler(description, recorded, model, problems);
        compiler.CheckWords();
        return new RecordedParts
        {
            Types = [.. recorded.Types.Select(compiler.Type).OfType<RecordedType>()],
            Beds = recorded.Beds is { } beds ? compiler.Beds(beds) : null,
            Trusts = compiler.Trusts(),
        };
    }

    /// <summary>A word of a file means one type.</summary>
    private void CheckWords()
    {
        var known = new Dictionary<string, Written>(StringComparer.Ordinal);
        foreach (var word in recorded.Types.SelectMany(type => type.Also.Prepend(type.Name)))
        {
            if (word.Text == AllTypes)
            {
                problems.Error(word.Where, word.Path, $"a word other than {AllTypes}, which means every type together", word.Text);
            }
            else if (!known.TryAdd(word.Text, word))
            {
                problems.Error(word.Where, word.Path, "each word for a type once", word.Text, $"It is also at {known[word.Text].Where}.");
            }
        }
    }

    private RecordedType? Type(RecordedTypeDescription type)
    {
        var streams = type.Streams.Select(StreamOf).ToList();
        foreach (var name in type.Streams.Where(name => !typeOfStream.TryAdd(name.Text, name)))
        {
            problems.Error(name.Where, name.Path, "a stream that takes the difference of one type only", name.Text,
                $"It is also at {typeOfStream[name.Text].Where}.");
        }

        if (Measure(type.Measure) is not { } measure || streams.Contains(null))
        {
            return null;
        }

        var dimension = model.Measures.Quantities[measure.Numerator].By;
        var places = RecordedPlaces.Of(model, dimension);
        var byPlace = new int[places.Count][];
        for (var place = 0; place < places.Count; place++)
        {
            byPlace[place] = [.. streams.SelectMany(some => some!).Where(stream => dimension < 0 || model.Streams[stream].Instance == place)];
        }

        var elsewhere = type.Streams.Zip(streams).FirstOrDefault(pair =>
            dimension >= 0 && pair.Second!.Any(stream => model.Streams[stream].EachDimension != dimension)).First;
        if (elsewhere is not null)
        {
            problems.Error(elsewhere.Where, elsewhere.Path, $"a stream written each: {model.Dimensions[dimension].Name}, as {measure.Id} is by it",
                elsewhere.Text, "The difference at a place is taken by the streams of that place.");
            return null;
        }

        return new RecordedType(type.Name.Text, [.. type.Also.Select(word => word.Text)], measure,
            dimension < 0 ? "" : model.Dimensions[dimension].Name, places, byPlace,
            [.. type.Streams.Select(stream => stream.Text)]);
    }

    /// <summary>The instances of a stream that comes at a rate; null after a problem.</summary>
    private int[]? StreamOf(Written name)
    {
        if (description.Streams.FirstOrDefault(stream => stream.Name.Text == name.Text) is not { } stream)
        {
            problems.Error(name.Where, name.Path, "the name of a stream", name.Text,
                Nearest.Hint(name.Text, description.Streams.Select(other => other.Name.Text)));
            return null;
        }

        if (stream.Rate is null || stream.Closes is not null || stream.Count is not null)
        {
            problems.Error(name.Where, name.Path, "a stream of patients who come one by one at a rate", name.Text, "Only a rate can take a difference.");
            return null;
        }

        int[] instances = [.. Enumerable.Range(0, model.Streams.Length).Where(index => model.Streams[index].Template == name.Text)];
        return Array.Exists(instances, index => model.Streams[index].Rate is null) ? null : instances;
    }

    private MeasureModel? Measure(Written name)
    {
        if (description.Measures.All(measure => measure.Id != name.Text))
        {
            problems.Error(name.Where, name.Path, "a measure that the system declares", name.Text,
                Nearest.Hint(name.Text, description.Measures.Select(measure => measure.Id)));
            return null;
        }

        if (Array.Find(model.Measures.Measures, measure => measure.Id == name.Text) is not { } found)
        {
            return null;
        }

        if (found is { Form: MeasureForm.Ratio, Monthly: true } && CountsPatients(found))
        {
            return found;
        }

        problems.Error(name.Where, name.Path, "a measure of patients per time with monthly: true", name.Text,
            "Such as { starts: ed, per: day, by: site, monthly: true }.");
        return null;
    }

    private bool CountsPatients(MeasureModel measure) =>
        model.Measures.Quantities[measure.Denominator].Kind is QuantityKind.Time or QuantityKind.One
        && model.Measures.Quantities[measure.Numerator].Kind is QuantityKind.Visits or QuantityKind.Starts or QuantityKind.Entries or QuantityKind.Exits
            or QuantityKind.Arrivals or QuantityKind.Started;

    private RecordedPools? Beds(RecordedBedsDescription beds)
    {
        var group = description.Pools.Where(pool => pool.Group?.Text == beds.Open.Text).ToList();
        if (group.Count == 0)
        {
            problems.Error(beds.Open.Where, beds.Open.Path, "a group of pools", beds.Open.Text,
                Nearest.Hint(beds.Open.Text, description.Pools.Select(pool => pool.Group?.Text).OfType<string>().Distinct()));
            return null;
        }

        if (group.Find(pool => pool.Name.Text == beds.TakenBy.Text) is not { } taking)
        {
            problems.Error(beds.TakenBy.Where, beds.TakenBy.Path, $"a pool of the group {beds.Open.Text}", beds.TakenBy.Text,
                Nearest.Hint(beds.TakenBy.Text, group.Select(pool => pool.Name.Text)));
            return null;
        }

        if (group.Find(pool => pool.Each?.Text != taking.Each?.Text) is { } apart)
        {
            problems.Error(beds.Open.Where, beds.Open.Path, $"a group whose pools are all written as {taking.Name} is (each: {taking.Each?.Text ?? "none"})",
                $"{beds.Open.Text}, in which {apart.Name} is not");
            return null;
        }

        int[] pools = [.. Enumerable.Range(0, model.Pools.Length).Where(index => model.Pools[index].Group == beds.Open.Text)];
        if (Array.Exists(pools, HasNoNumber))
        {
            problems.Error(beds.Open.Where, beds.Open.Path, "a group of pools with a number of units each", model.Pools[Array.Find(pools, HasNoNumber)].Name);
            return null;
        }

        var places = RecordedPlaces.Of(model, model.Pools[pools[0]].EachDimension);
        int[][] byPlace = [.. places.Select((_, place) => Array.FindAll(pools, index => Math.Max(0, model.Pools[index].Instance) == place))];
        return new RecordedPools(beds.Open.Text, beds.TakenBy.Text, places, byPlace,
            [.. byPlace.Select(some => Array.Find(some, index => model.Pools[index].Template == beds.TakenBy.Text))]);
    }

    private bool HasNoNumber(int pool) => model.Pools[pool].Unlimited || model.Pools[pool].Kind == PoolKind.Slots;

    private Dictionary<string, IReadOnlyList<string>> Trusts()
    {
        var known = model.Dimensions.SelectMany(dimension => dimension.Instances).ToHashSet(StringComparer.Ordinal);
        var trusts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var trust in recorded.Trusts)
        {
            foreach (var place in trust.Places.Where(place => !known.Contains(place.Text)))
            {
                problems.Error(place.Where, place.Path, "an instance of a dimension", place.Text, Nearest.Hint(place.Text, known));
            }

            if (trust.Places.GroupBy(place => place.Text).FirstOrDefault(same => same.Count() > 1) is { } twice)
            {
                problems.Error(twice.Last().Where, twice.Last().Path, "each instance once", twice.Key);
            }

            // Of a name that is also an instance a file could mean either.
            if (known.Contains(trust.Name.Text) && trust.Places.All(place => place.Text != trust.Name.Text))
            {
                problems.Error(trust.Name.Where, trust.Name.Path, $"{trust.Name.Text} among the places of the trust of that name",
                    string.Join(", ", trust.Places), "Add it, or give the trust another name.");
            }

            trusts[trust.Name.Text] = [.. trust.Places.Select(place => place.Text)];
        }

        return trusts;
    }
}
