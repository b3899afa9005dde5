using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Tables;

namespace FlowSim.Scenarios.Compilation;

/// <summary>The compilers of the parts that pools, streams and stages share.</summary>
internal sealed class Parts
{
    public Parts(CompileContext context, Horizon horizon, CalendarCompiler calendars)
    {
        Horizon = horizon;
        Calendars = calendars;
        Rosters = new RosterCompiler(horizon, context);
        References = new References(context);
        Lookups = new TableLookup(context, horizon);
        Shares = new ShareCompiler(context);
        Amounts = new AmountCompiler(context, Lookups);
        Expressions = new ExpressionCompiler(context);
        Hours = new HoursCompiler(context, References, calendars);
        Times = new TimeCompiler(context, References, calendars, Lookups, Shares);
        Timers = new TimerCompiler(context, Times);
        Requests = new RequestCompiler(context, References, Timers, Times);
        Routing = new RoutingCompiler(context, References, Expressions, Lookups, Shares);
        Sets = new SetCompiler(context, Expressions, Routing, Times);
    }

    public Horizon Horizon { get; }

    public CalendarCompiler Calendars { get; }

    public RosterCompiler Rosters { get; }

    public References References { get; }

    public TableLookup Lookups { get; }

    public ShareCompiler Shares { get; }

    public AmountCompiler Amounts { get; }

    public ExpressionCompiler Expressions { get; }

    public HoursCompiler Hours { get; }

    public TimeCompiler Times { get; }

    public TimerCompiler Timers { get; }

    public RequestCompiler Requests { get; }

    public RoutingCompiler Routing { get; }

    public SetCompiler Sets { get; }
}
