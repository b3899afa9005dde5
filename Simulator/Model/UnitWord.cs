namespace FlowSim.Simulator.Model;

/// <summary>What the units of a pool are called.</summary>
public static class UnitWord
{
    public static string One(PoolKind kind) => kind switch
    {
        PoolKind.Beds => "bed",
        PoolKind.Spaces => "space",
        PoolKind.Crews => "crew",
        PoolKind.Staff => "member of staff",
        PoolKind.Caseload => "place on the caseload",
        _ => "slot",
    };

    public static string Many(PoolKind kind) => kind switch
    {
        PoolKind.Staff => "staff",
        PoolKind.Caseload => "places on the caseload",
        _ => One(kind) + "s",
    };

    public static string Of(PoolKind kind, double count) => count == 1 ? One(kind) : Many(kind);
}
