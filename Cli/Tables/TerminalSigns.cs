namespace FlowSim.Cli.Tables;

/// <summary>Text for a terminal, which may not know the signs of a page: <c>-</c> for minus and for undefined.</summary>
internal static class TerminalSigns
{
    public static string Of(string text) => text.Replace('−', '-').Replace('–', '-');
}
