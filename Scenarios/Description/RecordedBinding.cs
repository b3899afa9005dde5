using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>Reads <c>recorded:</c>.</summary>
internal static class RecordedBinding
{
    public static RecordedDescription? Recorded(this MapReader parent)
    {
        if (parent.Inner(SystemKeys.Recorded) is not { } reader)
        {
            return null;
        }

        return new RecordedDescription
        {
            Types = [.. reader.InnerNames(RecordedKeys.Arrivals).Select(type => Type(type.Name, type.Reader)).OfType<RecordedTypeDescription>()],
            Beds = reader.Inner(RecordedKeys.Beds) is { } beds ? Beds(beds) : null,
            Trusts = [.. reader.Names(RecordedKeys.Trusts).Select(trust => Trust(reader, trust.Name, trust.Value)).OfType<TrustDescription>()],
        };
    }

    private static RecordedTypeDescription? Type(Written name, MapReader reader)
    {
        var measure = reader.Text(RecordedKeys.Measure);
        var streams = reader.Texts(RecordedKeys.Streams);
        var also = reader.Texts(RecordedKeys.Also);
        if (!NameText.IsPlain(name.Text))
        {
            reader.Refuse(name.Where, name.Path, NameText.Expected, name.Text);
        }

        return measure is null || streams.Count == 0 || reader.Failed
            ? null
            : new RecordedTypeDescription(name, also, measure, streams);
    }

    private static RecordedBedsDescription? Beds(MapReader reader)
    {
        var open = reader.Text(RecordedKeys.Open);
        var takenBy = reader.Text(RecordedKeys.TakenBy);
        return open is null || takenBy is null ? null : new RecordedBedsDescription(open, takenBy);
    }

    private static TrustDescription? Trust(MapReader parent, Written name, Node node)
    {
        if (!NameText.IsPlain(name.Text))
        {
            parent.Refuse(name.Where, name.Path, NameText.Expected, name.Text);
        }

        var places = parent.Binding.Texts(node, name.Path, "an instance of a dimension");
        return places.Count == 0 ? null : new TrustDescription(name, places);
    }
}
