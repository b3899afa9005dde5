namespace FlowSim.Scenarios.Loading;

/// <summary>Reads files, but not what only looks like one: pipes, devices and links to nothing.</summary>
internal static class OrdinaryFile
{
    /// <summary>What has no length but bytes may be a file that a system makes when it is read; more than this is none [bytes].</summary>
    private const int MostWithoutLength = 1 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);

    /// <summary>The bytes of a file; null for what is no ordinary file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static byte[]? Read(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is { Exists: false })
        {
            return null;
        }

        return HasLength(path) ? File.ReadAllBytes(path) : ReadWithoutLength(path);
    }

    /// <summary>True for a file that can be opened without waiting.</summary>
    public static bool HasLength(string path) => File.Exists(path) && LengthOf(path) > 0;

    private static long LengthOf(string path) =>
        new FileInfo(path) is var file && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : file.Length;

    /// <summary>An empty file is read at once; a pipe nobody writes to would keep its reader for ever, a device has no end.</summary>
    private static byte[]? ReadWithoutLength(string path)
    {
        var reading = Task.Run(() => ReadSome(path));
        return Task.WaitAny([reading], Patience) == 0 ? reading.GetAwaiter().GetResult() : null;
    }

    private static byte[]? ReadSome(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        var bytes = new byte[MostWithoutLength];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length ? null : bytes[..read];
    }
}
