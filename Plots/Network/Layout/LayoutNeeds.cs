namespace FlowSim.Plots.Network.Layout;

/// <summary>The least room that a graph in given columns takes, known before it is laid out [drawing units].</summary>
internal readonly record struct LayoutNeeds(double Width, double Height)
{
    public static LayoutNeeds Of(LayoutGraph graph, LayoutSpace space, bool[] backward, int[] layers)
    {
        var proper = new ProperGraph(graph, backward, layers);
        var order = new ColumnOrder(proper, FirstOrder.Of(proper, 0));
        var back = new BackFlows(graph, backward, proper, order);
        var ports = new Ports(proper, order, back);
        return new LayoutNeeds(new Columns(proper, back, space with { Width = 0 }).Width, Heights.Needed(order, proper, ports, space));
    }
}
