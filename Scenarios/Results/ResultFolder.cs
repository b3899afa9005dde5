using System.Security;

namespace FlowSim.Scenarios.Results;

/// <summary>
/// The folder results go to, held for one run. Files are written beside their final names and renamed together at the end,
/// so that a crash leaves no half file and two runs never mix.
/// </summary>
public sealed class ResultFolder : IDisposable
{
    private const string OwnPrefix = ".flowsim-";
    private const string LockName = OwnPrefix + "lock";

    private readonly FolderLock held;
    private readonly bool created;
    private readonly List<string> names = [];
    private readonly List<string> madeFolders = [];
    private bool committed;

    private ResultFolder(string path, FolderLock held, bool created)
    {
        FolderPath = path;
        this.held = held;
        this.created = created;
    }

    /// <summary>The folder, as an absolute path.</summary>
    public string FolderPath { get; }

    /// <summary>Takes the folder for this run, making it if needed, and tries that it can be written: before anything is run.</summary>
    /// <exception cref="ResultFolderException">It holds files that are not FlowSim's, another run holds it, or it cannot be written.</exception>
    public static ResultFolder Open(string path)
    {
        return Explain(path, () => OpenAbsolute(Path.GetFullPath(path)));
    }

    /// <summary>Writes a file beside its final name, such as <c>charts/occupancy-baseline.svg</c>.</summary>
    /// <exception cref="ResultFolderException">It cannot be written.</exception>
    public void Write(string name, Action<Stream> write)
    {
        names.Add(name);
        Explain(FolderPath, () =>
        {
            DemandHeld();
            MakeFolderOf(name);
            using var stream = new FileStream(Beside(name), FileMode.Create, FileAccess.Write, FileShare.None);
            write(stream);
            return true;
        });
    }

    /// <summary>
    /// Puts everything written in place. First comes a manifest that says "being written", then the files of an earlier run go, then the new ones take
    /// their names, and the final manifest comes last: a crash in between leaves some of the new files, never old and new ones together, and
    /// is never taken for a result.
    /// </summary>
    /// <exception cref="ResultFolderException">A file cannot be put in place.</exception>
    public void Commit(Manifest manifest)
    {
        Explain(FolderPath, () =>
        {
            DemandHeld();
            var earlier = ManifestFile.FilesOf(Resolve(ManifestFile.Name)).Where(IsInside).ToList();
            WriteManifest(manifest with { Files = [.. names.Union(earlier)], Complete = false, IsBeingWritten = true });
            earlier.ForEach(DeleteIfThere);
            names.ForEach(name => File.Move(Beside(name), Resolve(name), overwrite: true));
            WriteManifest(manifest with { Files = names });
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
            var manifest = ManifestFile.WithFiles(Resolve(ManifestFile.Name), names);
            File.WriteAllBytes(Beside(ManifestFile.Name), manifest);
            File.Move(Beside(ManifestFile.Name), Resolve(ManifestFile.Name), overwrite: true);
            names.ForEach(name => File.Move(Beside(name), Resolve(name), overwrite: true));
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
                RemoveLeftovers();
            }
        }
        catch (Exception failure) when (IsFileFailure(failure))
        {
            // Tidying up must not hide why the run ended.
        }

        held.Dispose();
        foreach (var made in committed ? [] : madeFolders.Append(created ? FolderPath : "").Where(made => made.Length > 0))
        {
            DeleteIfEmpty(made);
        }
    }

    private void MakeFolderOf(string name)
    {
        var path = Path.GetDirectoryName(Resolve(name))!;
        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path);
            madeFolders.Add(path);
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
            throw new ResultFolderException($"{FolderPath} has been removed or replaced while the run went on; nothing was written. Run again, and leave the folder in place until the end");
        }
    }

    private void DeleteIfThere(string name)
    {
        if (File.Exists(Resolve(name)))
        {
            File.Delete(Resolve(name));
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
        RefuseForeign(path);
        var held = FolderLock.Take(Path.Combine(path, LockName)) ?? throw new ResultFolderException($"another run of FlowSim is writing into {path}; wait for it, or name another folder with --out");
        var folder = new ResultFolder(path, held, created);
        folder.RemoveLeftovers();
        return folder;
    }

    private static void RefuseForeign(string path)
    {
        var foreign = Directory.EnumerateFileSystemEntries(path).Select(entry => Path.GetFileName(entry)!)
            .Where(name => !name.StartsWith(OwnPrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).FirstOrDefault();
        if (foreign is not null && !ManifestFile.IsOurs(Path.Combine(path, ManifestFile.Name)))
        {
            throw new ResultFolderException($"{path} holds files that FlowSim did not write (such as {foreign}) and no manifest.json of FlowSim's; nothing was touched. Name an empty or new folder with --out");
        }
    }

    private void RemoveLeftovers()
    {
        foreach (var file in Directory.EnumerateFiles(FolderPath, OwnPrefix + "*.part", SearchOption.AllDirectories).ToList())
        {
            File.Delete(file);
        }
    }

    private void WriteManifest(Manifest manifest)
    {
        using (var stream = new FileStream(Beside(ManifestFile.Name), FileMode.Create, FileAccess.Write, FileShare.None))
        {
            ManifestFile.Write(stream, manifest);
        }

        File.Move(Beside(ManifestFile.Name), Resolve(ManifestFile.Name), overwrite: true);
    }

    private string Resolve(string name) => Path.Combine(FolderPath, name.Replace('/', Path.DirectorySeparatorChar));

    private string Beside(string name)
    {
        var final = Resolve(name);
        return Path.Combine(Path.GetDirectoryName(final)!, $"{OwnPrefix}{Path.GetFileName(final)}.part");
    }

    private bool IsInside(string name) => Path.GetFullPath(Resolve(name)).StartsWith(FolderPath + Path.DirectorySeparatorChar, StringComparison.Ordinal);

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
