using System.Globalization;
using System.Text;

namespace FlowSim.Cli.Running;

/// <summary>
/// Standard output and error of the process. A terminal is written to in its own encoding, a file or pipe in UTF-8 whatever the locale. One that was closed
/// before the process began is not written to at all: by now its number may be something of the runtime's own.
/// </summary>
internal static class StandardStream
{
    private const int OutputNumber = 1;
    private const int ErrorNumber = 2;
    private const int Octal = 8;
    private const long CloseOnExec = 0x80000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static TextWriter Output() =>
        IsTaken(OutputNumber) ? new ClosedWriter() : Console.IsOutputRedirected ? Writer(Console.OpenStandardOutput()) : Console.Out;

    public static TextWriter Error() =>
        IsTaken(ErrorNumber) ? TextWriter.Null : Console.IsErrorRedirected ? Writer(Console.OpenStandardError()) : Console.Error;

    private static TextWriter Writer(Stream stream) =>
        ReferenceEquals(stream, Stream.Null) ? new ClosedWriter() : new StreamWriter(stream, Utf8) { AutoFlush = true };

    /// <summary>
    /// True where a number was closed when the process began: what a process inherits is not closed on exec, what the runtime opens for itself is.
    /// Only Linux shows it; elsewhere writing fails or it does not.
    /// </summary>
    private static bool IsTaken(int number)
    {
        var path = $"/proc/self/fdinfo/{number.ToString(CultureInfo.InvariantCulture)}";
        try
        {
            return File.Exists(path)
                && File.ReadLines(path).Any(line => line.StartsWith("flags:", StringComparison.Ordinal)
                    && (Convert.ToInt64(line[6..].Trim(), Octal) & CloseOnExec) != 0);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException)
        {
            return false;
        }
    }

    /// <summary>Takes nothing.</summary>
    private sealed class ClosedWriter : TextWriter
    {
        public override Encoding Encoding => Utf8;

        public override void Write(char value) => throw new IOException("it is closed");
    }
}
