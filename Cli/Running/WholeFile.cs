namespace FlowSim.Cli.Running;

/// <summary>A file that the user named: written beside its place and renamed, so that there is never half a file.</summary>
internal static class WholeFile
{
    /// <exception cref="CommandFailure">It cannot be written.</exception>
    public static void Write(string path, byte[] content)
    {
        if (Directory.Exists(path))
        {
            throw new CommandFailure(ExitCode.Files, $"{path} is a folder; --out needs the name of a file");
        }

        try
        {
            Put(path, content);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandFailure(ExitCode.Files, $"{path} cannot be written: {failure.Message}");
        }
    }

    private static void Put(string path, byte[] content)
    {
        // A device or pipe is written to: a file in its place would be no help to anybody.
        if (IsDevice(path))
        {
            using var device = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            if (device.CanSeek)
            {
                device.Seek(0, SeekOrigin.End);
            }

            device.Write(content);
            return;
        }

        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".flowsim-{Path.GetFileName(path)}.part");
        try
        {
            File.Delete(beside);
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch (Exception)
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <summary>
    /// True for what Linux and macOS show as files and are none, such as <c>/dev/null</c>, <c>/dev/stdout</c> and named pipes, wherever they lie.
    /// </summary>
    public static bool IsDevice(string path) => SpecialFile.Is(path);
}
