using System.Text;
using FlowSim.Plots.Report;

namespace FlowSim.Cli.Running;

/// <summary>
/// Text for a terminal: names and titles come from files that others wrote, and a terminal obeys control characters. They are shown in place of being
/// obeyed.
/// </summary>
/// <param name="inner">What is written to.</param>
/// <param name="name">What to call it where it cannot be written.</param>
internal sealed class VisibleWriter(TextWriter inner, string name) : TextWriter
{
    private const string ReturnPicture = "\u240D";

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    public override void Write(string? value)
    {
        if (value is not null)
        {
            Demand(() => inner.Write(Visible(value)));
        }
    }

    public override void WriteLine() => Demand(inner.WriteLine);

    public override void WriteLine(string? value)
    {
        Write(value);
        WriteLine();
    }

    public override void Flush() => Demand(inner.Flush);

    private void Demand(Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure(ExitCode.Files, $"{name} cannot be written: {failure.Message}");
        }
    }

    /// <summary>A return that does not end a line would write over its beginning.</summary>
    private static string Visible(string text)
    {
        var visible = VisibleText.Of(text);
        return visible.Contains('\r', StringComparison.Ordinal)
            ? visible.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\r", ReturnPicture, StringComparison.Ordinal)
            : visible;
    }
}
