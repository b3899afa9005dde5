using System.Security;

namespace FlowSim.Scenarios.Results;

/// <summary>
/// The folder results go to, held for one run. Files are written beside their final names and renamed together at the end, so that a crash leaves no half
/// file and two runs never mix. Until a manifest says that the folder is FlowSim's there is nothing in it but files that begin with <see cref="OwnPrefix"/>:
/// however early a run ends, the next one knows what it may replace. Nothing is written or removed through a link, or deeper than <see cref="Charts"/> and
/// <see cref="Explore"/>.
/// </summary>
public sealed class ResultFolder : IDisposable
{
    /// <summary>The folder in it for charts.</summary>
    public const string Charts = "charts";

    /// <summary>The folder in it for plots to explore it with.</summary>
    public const string Explore = "explore";

    internal const string OwnPrefix = ".flowsim-";
    internal const string LockName = OwnPrefix + "lock";

    private readonly FolderLock held;
    private readonly bool created;
    private readonly FilesInFolder files;
    private readonly List<string> names = [];
    private bool committed;

    private ResultFolder(FilesInFolder files, FolderLock held, bool created)
    {
        this.files = files;
        this.held = held;
        this.created = created;
    }

    /// <summary>The folder, as an absolute path.</summary>
    public string FolderPath => files.Folder;

    /// <summary>Takes the folder for this run, making it if needed, and tries that it can be written: before anything is run.</summary>
    /// <exception cref="ResultFolderException">It holds files that are not FlowSim's, another run holds it, or it cannot be written.</exception>
    public static ResultFolder Open(string path)
    {
        return Explain(path, () => OpenAbsolute(Path.GetFullPath(path)));
    }

    /// <summary>
    /// The folder, or the first of <c>results-2</c>, <c>results-3</c> and so on that holds no results yet: nobody loses a run by running once more.
    /// </summary>
    public static string FirstFree(string path)
    {
        const int Second = 2;
        var folder = Path.TrimEndingDirectorySeparator(path);
        var free = folder;
        for (var number = Second; HoldsResults(free); number++)
        {
            free = FormattableString.Invariant($"{folder}-{number}");
        }

        return free == folder ? path : free;
    }

    /// <summary>True where a run has put its files in place, all of them or as far as it came.</summary>
    private static bool HoldsResults(string path)
    {
        var manifest = Path.Combine(path, ManifestFile.Name);
        return ManifestFile.IsOurs(manifest) && !ManifestFile.IsBeingWritten(manifest);
    }

    /// <summary>
    /// Finishes putting files in place where a run was stopped while it did; a folder that another run holds, or that cannot be written, stays as it is.
    /// </summary>
    internal static void FinishCommit(string path)
    {
        try
        {
            var files = new FilesInFolder(Path.GetFullPath(path));
            using var held = FolderLock.Take(Path.Combine(files.Folder, LockName));
            if (held is not null)
            {
                UnfinishedCommit.Finish(files);
            }
        }
        catch (Exception failure) when (IsFileFailure(failure))
        {
            // Whoever reads the folder is told that it is not finished.
        }
    }

    /// <summary>Writes a file beside its final name, such as <c>charts/occupancy-baseline.svg</c>.</summary>
    /// <exception cref="ResultFolderException">It cannot be written.</exception>
    public void Write(string name, Action<Stream> write)
    {
        names.Add(name);
        Explain(FolderPath, () =>
        {
            DemandHeld();
            files.DemandNoLink(name);
            using var stream = files.CreateBeside(name);
            write(stream);
            return true;
        });
    }

    /// <summary>
    /// Puts everything written in place. First comes a manifest that says "being written", then the files of an earlier run go, then the new ones take
    /// their names, and the final manifest comes last: a crash in between leaves some of the new files, never old and new ones together, and
    /// is never taken for a result. Whoever opens the folder next puts the others in place.
    /// </summary>
    /// <exception cref="ResultFolderException">A file cannot be put in place.</exception>
    public void Commit(RunFacts run)
    {
        Explain(FolderPath, () =>
        {
            DemandHeld();
            var earlier = ManifestFile.FilesOf(files.Resolve(ManifestFile.Name)).Where(files.MayRemove).ToList();
            WriteManifest(UnfinishedCommit.ManifestName, run with { Files = names });
            WriteManifest(ManifestFile.Name, run with { Files = [.. names.Union(earlier)], Complete = false, BeingWritten = true });
            files.PutInPlace(ManifestFile.Name);
            earlier.ForEach(files.Remove);
            names.ForEach(files.PutInPlace);
            UnfinishedCommit.PutManifestInPlace(files);
            return committed = true;
        });
    }

    /// <summary>Puts everything written in place beside the files of an earlier run, and adds it to that run's manifest.</summary>
    /// <exception cref="ResultFolderException">A file cannot be put in place.</exception>
    public void CommitBeside()
    {
        Explain(FolderPath, () =>
        {
            DemandHeld();

            // The list comes first: a file that is listed and not there does no harm, one that is there and not listed would stay for ever.
            using (var stream = files.CreateBeside(ManifestFile.Name))
            {
                stream.Write(ManifestFile.WithFiles(files.Resolve(ManifestFile.Name), names));
            }

            files.PutInPlace(ManifestFile.Name);
            names.ForEach(files.PutInPlace);
            return committed = true;
        });
    }

    /// <summary>Lets the folder go; what was not committed is removed.</summary>
    public void Dispose()
    {
        try
        {
            if (!committed && held.IsHeld)
            {
                files.RemoveLeftovers();
            }
        }
        catch (Exception failure) when (IsFileFailure(failure))
        {
            // Tidying up must not hide why the run ended.
        }

        held.Dispose();
        if (!committed && created)
        {
            DeleteIfEmpty(FolderPath);
        }
    }

    private static void DeleteIfEmpty(string path)
    {
        try
        {
            Directory.Delete(path);
        }
        catch (Exception failure) when (IsFileFailure(failure))
        {
            // Somebody else has put something there.
        }
    }

    /// <summary>Who has removed or replaced the folder while the run went on may have started another run there.</summary>
    private void DemandHeld()
    {
        if (!held.IsHeld)
        {
            throw new ResultFolderException(
                $"{FolderPath} has been removed or replaced while the run went on; nothing was written. Run again, and leave the folder in place until the end");
        }
    }

    private static ResultFolder OpenAbsolute(string path)
    {
        if (File.Exists(path))
        {
            throw new ResultFolderException($"{path} is a file; --out needs a folder");
        }

        var created = !Directory.Exists(path);
        Directory.CreateDirectory(path);
        var files = new FilesInFolder(path);
        RefuseForeign(files);
        var held = FolderLock.Take(Path.Combine(path, LockName))
            ?? throw new ResultFolderException($"another run of FlowSim is writing into {path}; wait for it, or name another folder with --out");
        var folder = new ResultFolder(files, held, created);
        UnfinishedCommit.Finish(files);
        files.RemoveLeftovers();
        return folder;
    }

    private static void RefuseForeign(FilesInFolder files)
    {
        if (files.FirstNotOwn() is { } foreign && !ManifestFile.IsOurs(files.Resolve(ManifestFile.Name)))
        {
            throw new ResultFolderException(
                $"{files.Folder} holds files that FlowSim did not write (such as {foreign}) and no manifest.json of FlowSim's; nothing was touched. Name an empty or new folder with --out");
        }

        if (files.FirstOwnNameOfAnother() is { } odd)
        {
            throw new ResultFolderException(
                $"{files.Folder} holds {odd}, a link or a folder with a name that FlowSim keeps for its own files; nothing was touched. Remove it, or name another folder with --out");
        }
    }

    private void WriteManifest(string name, RunFacts run)
    {
        using var stream = files.CreateBeside(name);
        ManifestFile.Write(stream, run);
    }

    private static T Explain<T>(string path, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception failure) when (IsFileFailure(failure))
        {
            throw new ResultFolderException($"results cannot be written into {path}: {failure.Message}", failure);
        }
    }

    private static bool IsFileFailure(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException;
}
