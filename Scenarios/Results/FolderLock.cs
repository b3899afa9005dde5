using System.Diagnostics;
using System.Globalization;

namespace FlowSim.Scenarios.Results;

/// <summary>
/// A folder held by one process, by an open file that the system lets go of when the process ends, however it ends: a crash leaves at most files that
/// hold nobody up. A second file, whose name no other run ever has, tells whether the folder is still the one that was taken.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private const int Tries = 3;

    // Sharing violation on Windows; EWOULDBLOCK on Linux; on macOS.
    private static readonly int[] HeldElsewhere = [unchecked((int)0x80070020), 11, 35];

    private readonly FileStream file;
    private readonly string path;
    private readonly string mark;

    private FolderLock(FileStream file, string path, string mark)
    {
        this.file = file;
        this.path = path;
        this.mark = mark;
    }

    /// <summary>False when the folder has been removed, or removed and made anew.</summary>
    public bool IsHeld => File.Exists(mark);

    /// <summary>Takes the lock; null if another process, or another part of this one, has it.</summary>
    public static FolderLock? Take(string path)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            FileStream file;
            try
            {
                file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException failure) when (HeldElsewhere.Contains(failure.HResult))
            {
                return null;
            }

            // Who had it before may have removed the file between our opening and our locking it: then what we have is no lock.
            if (File.Exists(path))
            {
                return Marked(file, path);
            }

            file.Dispose();
        }

        return null;
    }

    /// <summary>Lets go and leaves nothing behind, unless the folder is another run's by now.</summary>
    public void Dispose()
    {
        var isHeld = IsHeld;
        if (isHeld)
        {
            Remove(mark);
        }

        // An open file cannot be removed under Windows; elsewhere it must be removed while nobody else can have it.
        if (isHeld && !OperatingSystem.IsWindows())
        {
            Remove(path);
        }

        file.Dispose();
        if (isHeld && OperatingSystem.IsWindows())
        {
            Remove(path);
        }
    }

    /// <summary>Makes the mark, in place of those that crashed runs have left.</summary>
    private static FolderLock Marked(FileStream file, string path)
    {
        try
        {
            var mark = string.Create(CultureInfo.InvariantCulture, $"{path}-{Environment.ProcessId}-{Stopwatch.GetTimestamp()}");
            foreach (var left in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "-*").ToList())
            {
                File.Delete(left);
            }

            File.WriteAllBytes(mark, []);
            return new FolderLock(file, path, mark);
        }
        catch (Exception)
        {
            file.Dispose();
            throw;
        }
    }

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A file too many holds nobody up.
        }
    }
}
