using FlowSim.Plots.Drawings;
using FlowSim.Plots.Flows.Layout;
using FlowSim.Plots.Frame;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Flows;

/// <summary>
/// The network of a scenario with room for patients in it: boxes and ribbons as the network chart has them, in pixels of a page. In each box there is a field
/// for those who are seen there, and beside it one for those who wait.
/// </summary>
public sealed class FlowMap
{
    /// <summary>From one patient to the next [px].</summary>
    public const double Pitch = 5.5;

    /// <summary>Of the letters [px].</summary>
    public const double TextSize = 11;

    /// <summary>From one line of text to the next [px].</summary>
    public const double LineHeight = 14;

    /// <summary>Between the sides of a box and what is in it [px].</summary>
    public const double Padding = 5;

    private const double WidestTitle = 110;
    private const double ThickestRibbon = 26;
    private const double Thinnest = 1;
    private const double Margin = 8;
    private const double Gap = 3;
    private const int MostLines = 3;

    /// <summary>Between the top of a box and those who wait beside it [px].</summary>
    internal const double QueueHeading = Padding + LineHeight + Gap;

    /// <summary>Rooms grow in steps, so that days look alike.</summary>
    private const double StepOfRoom = 1.3;
    private const int LeastRoom = 4;

    /// <summary>What the lines of figures may have to say.</summary>
    private const string LongestFigures = "1,234 here";
    private const string LongestFiguresWithWaits = "123 here, 12 wait";
    private const string LongestQueue = "123 wait";

    private static LayoutSpace Space => new() { NodeGap = 14, RibbonGap = 7, ColumnGap = 30, LaneGap = 6 };

    private FlowMap(IReadOnlyList<MapBox> boxes, IReadOnlyList<MapRibbon> ribbons, double width, double height) =>
        (Boxes, Ribbons, Width, Height) = (boxes, ribbons, width, height);

    public IReadOnlyList<MapBox> Boxes { get; }

    /// <summary>The widest first.</summary>
    public IReadOnlyList<MapRibbon> Ribbons { get; }

    /// <summary>[px].</summary>
    public double Width { get; }

    /// <summary>[px].</summary>
    public double Height { get; }

    /// <summary>A map; null where nobody moves.</summary>
    /// <param name="results">Of the scenario, its flows among them.</param>
    /// <param name="scenario">Its id.</param>
    /// <param name="room">By stage, without instance: the most who are there at once. Those in which nobody stays have no box of their own.</param>
    public static FlowMap? Of(ResultSet results, string scenario, IReadOnlyDictionary<string, MapRoom> room)
    {
        var request = new ChartRequest { Results = results, Scenario = scenario };
        if (FlowSelection.Of(request).Selection is not { } selection)
        {
            return null;
        }

        var roles = selection.Roles;
        var simpler = SimplerFlows.AllBut(selection.Graph, step => !room.ContainsKey(step.Name) && roles.IsPassing(step), roles,
            step => step.Kind == StepKind.Stage && step.Names.Any(room.ContainsKey));
        return Of(simpler, room);
    }

    private static FlowMap Of(SimplerFlows simpler, IReadOnlyDictionary<string, MapRoom> room)
    {
        var columns = StepColumns.Near(simpler);
        var boxes = columns.Steps.Select(step => BoxOf(simpler.Graph.Steps[step.Step], room)).ToList();
        var perPatient = ThickestRibbon / simpler.Graph.Most;
        var edges = columns.Flows.Select(flow => (flow.From, flow.To, Thickness: Math.Max(Thinnest, flow.PerDay * perPatient))).ToList();
        var layout = LayeredLayout.Of(
            new LayoutGraph([.. boxes.Select(box => new LayoutNode(box.Width, box.Height))],
                [.. edges.Select(edge => new LayoutEdge(edge.From, edge.To, 1 + edge.Thickness, edge.Thickness))]),
            Space, [.. columns.Flows.Select(flow => flow.IsBack)], [.. columns.Steps.Select(step => step.Column)]);
        var placed = boxes.Select((box, i) => Placed(box, layout.Nodes[i])).ToList();
        var (width, height) = (layout.Width + (2 * Margin), layout.Height + (2 * Margin));
        if (Rest(placed, room) is { } rest)
        {
            var box = BoxOf(rest with { Words = simpler.Graph.Steps[0].Words }, room);
            placed.Add(box with { Left = Margin, Top = height });
            (width, height) = (Math.Max(width, box.Width + (2 * Margin)), height + box.Height + Margin);
        }

        var ribbons = layout.Routes.Select((route, i) => RibbonOf(route, edges[i].Thickness)).OfType<MapRibbon>().OrderByDescending(ribbon => ribbon.Thickness);
        return new FlowMap(placed, [.. ribbons], width, height);
    }

    /// <summary>Stages in which somebody stays and into and out of which nobody goes in all the time; null: there are none.</summary>
    private static Step? Rest(List<MapBox> boxes, IReadOnlyDictionary<string, MapRoom> room)
    {
        var drawn = boxes.Where(box => box.Kind == MapBoxKind.Stage).SelectMany(box => box.Names).ToHashSet(StringComparer.Ordinal);
        return room.Keys.Where(name => !drawn.Contains(name)).Order(StringComparer.Ordinal).ToList() is [var first, .. var others]
            ? new Step(StepKind.Stage, first, others)
            : null;
    }

    /// <summary>A box that is not placed yet: its size follows from its words and from who has to have room in it.</summary>
    private static MapBox BoxOf(Step step, IReadOnlyDictionary<string, MapRoom> room)
    {
        var kind = step.Kind switch { StepKind.Stream => MapBoxKind.WayIn, StepKind.Exit => MapBoxKind.WayOut, _ => MapBoxKind.Stage };
        var label = char.ToUpperInvariant(step.Label[0]) + step.Label[1..];
        var lines = TextMeasure.Wrap(label, TextSize, WidestTitle, MostLines, bold: true);
        var need = kind == MapBoxKind.Stage ? step.Names.Where(room.ContainsKey).Aggregate(default(MapRoom), (sum, name) => sum.And(room[name])) : default;
        var title = lines.Append(need.WaitingInside > 0 ? LongestFiguresWithWaits : LongestFigures).Max(line => TextMeasure.Width(line, TextSize, bold: true));
        var heading = Padding + ((lines.Count + 1) * LineHeight) + Gap;
        var inside = Field(Roomy(need.Inside + need.WaitingInside), title, 0);
        var queue = need.Waiting > 0 ? Field(Roomy(need.Waiting), TextMeasure.Width(LongestQueue, TextSize, bold: true), inside.Height) : default;
        var queueWidth = need.Waiting > 0 ? queue.Width + (2 * Padding) : 0;
        return new MapBox
        {
            Kind = kind,
            Label = label,
            Names = [.. step.Names],
            Labels = [.. step.Labels],
            Lines = lines,
            Width = queueWidth + inside.Width + (2 * Padding),
            Height = Math.Max(heading + inside.Height, QueueHeading + queue.Height) + Padding,
            QueueWidth = queueWidth,
            Heading = heading,
        };
    }

    private static MapBox Placed(MapBox box, PlacedNode node) =>
        box with { Left = node.Left + Margin, Top = node.Top + Margin, Width = node.Width, Height = node.Height };

    private static int Roomy(int patients)
    {
        var room = patients == 0 ? 0 : LeastRoom;
        while (room < patients)
        {
            room = (int)Math.Ceiling(room * StepOfRoom);
        }

        return room;
    }

    /// <summary>A field for some patients: as wide as the words over it, wider where it would be higher than wide and than what stands beside it.</summary>
    private static (double Width, double Height) Field(int patients, double least, double beside)
    {
        var square = Pitch * Math.Ceiling(Math.Sqrt(patients));
        var width = Math.Max(least, Math.Min(square, beside > 0 ? Pitch * Math.Ceiling(patients / Math.Floor(beside / Pitch)) : square));
        return (width, patients == 0 ? 0 : Pitch * Math.Ceiling(patients / Math.Floor(width / Pitch)));
    }

    private static MapRibbon? RibbonOf(Route route, double thickness)
    {
        var points = route.Points.Select(point => (X: point.X + Margin, Y: point.Y + Margin)).ToList();
        return route.Course switch
        {
            Course.Forward when RibbonPath.IsWide(points, thickness) =>
                new MapRibbon(RibbonPath.Area(points, thickness), thickness, IsArea: true, IsBack: false),
            Course.Forward => new MapRibbon(RibbonPath.Forward(points), thickness, IsArea: false, IsBack: false),
            Course.Back => new MapRibbon(RibbonPath.Round(points, thickness), thickness, IsArea: false, IsBack: true),
            _ => null,
        };
    }
}

/// <summary>How many are in a stage at once, at most.</summary>
/// <param name="Inside">Who is seen.</param>
/// <param name="WaitingInside">Who has the place, or has kept one, and waits for staff.</param>
/// <param name="Waiting">Who waits for the place, or for staff without one.</param>
public readonly record struct MapRoom(int Inside, int WaitingInside, int Waiting)
{
    internal MapRoom And(MapRoom other) => new(Inside + other.Inside, WaitingInside + other.WaitingInside, Waiting + other.Waiting);
}

/// <summary>What a box stands for.</summary>
public enum MapBoxKind
{
    WayIn,
    Stage,
    WayOut,
}

/// <summary>A box of a map. At its left is the field of those who wait, where anybody does; the rest is of those who are seen.</summary>
public sealed record MapBox
{
    public required MapBoxKind Kind { get; init; }

    public required string Label { get; init; }

    /// <summary>Names of the streams, stages or exits that it stands for, without instance.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Each name as a reader would write it.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The label in lines that fit.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>[px].</summary>
    public double Left { get; init; }

    /// <summary>[px].</summary>
    public double Top { get; init; }

    /// <summary>With the field of those who wait [px].</summary>
    public required double Width { get; init; }

    /// <summary>[px].</summary>
    public required double Height { get; init; }

    /// <summary>Of the field of those who wait; 0: nobody does [px].</summary>
    public required double QueueWidth { get; init; }

    /// <summary>Of the lines of text over those who are seen [px].</summary>
    public required double Heading { get; init; }

    /// <summary>Where those who are seen stand [px].</summary>
    public MapField Inside => Field(Left + QueueWidth, Width - QueueWidth, Heading);

    /// <summary>Where those stand who wait [px].</summary>
    public MapField Queue => Field(Left, QueueWidth, FlowMap.QueueHeading);

    private MapField Field(double left, double width, double heading) =>
        new(left + FlowMap.Padding, Top + heading, width - (2 * FlowMap.Padding), Height - heading - FlowMap.Padding);
}

/// <summary>A part of a box [px].</summary>
public readonly record struct MapField(double Left, double Top, double Width, double Height);

/// <summary>A ribbon of a map.</summary>
/// <param name="Path">SVG path data.</param>
/// <param name="Thickness">[px].</param>
/// <param name="IsArea">The path is its outline, not its middle line.</param>
/// <param name="IsBack">It leads to an earlier step.</param>
public sealed record MapRibbon(string Path, double Thickness, bool IsArea, bool IsBack);
