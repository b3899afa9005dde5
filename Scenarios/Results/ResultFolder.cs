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

    // Sharing violation on Windows; EWOULDBLOCK on Linux; on macOS.
    private static readonly int[] HeldElsewhere = [unchecked((int)0x80070020), 11, 35];

    private readonly FileStream held;
    private readonly bool created;
    private readonly List<string> names = [];
    private bool committed;

    private ResultFolder(string path, FileStream held, bool created)
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
        Explain(FolderPath, () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Resolve(name))!);
            using var stream = new FileStream(Beside(name), FileMode.Create, FileAccess.Write, FileShare.None);
            write(stream);
            return true;
        });
        names.Add(name);
    }

    /// <summary>
    /// Puts everything written in place. The manifest that says "not complete" comes first and the final one last,
    /// so a crash in between is never taken for a complete result. Files of an earlier run that this one did not write are removed.
    /// </summary>
    /// <exception cref="ResultFolderException">A file cannot be put in place.</exception>
    public void Commit(Manifest manifest)
    {
        Explain(FolderPath, () =>
        {
            var earlier = ManifestFile.FilesOf(Resolve(ManifestFile.Name));
            WriteManifest(manifest with { Files = names, Complete = false });
            names.ForEach(name => File.Move(Beside(name), Resolve(name), overwrite: true));
            foreach (var name in earlier.Except(names, StringComparer.Ordinal).Where(IsInside))
            {
                File.Delete(Resolve(name));
            }

            WriteManifest(manifest with { Files = names });
            return committed = true;
        });
    }

    /// <summary>Lets the folder go; what was not committed is removed.</summary>
    public void Dispose()
    {
        held.Dispose();
        if (committed)
        {
            return;
        }

        try
        {
            names.ForEach(name => File.Delete(Beside(name)));
            if (created)
            {
                File.Delete(Resolve(LockName));
                Directory.Delete(FolderPath);
            }
        }
        catch (Exception failure) when (IsFileFailure(failure))
        {
            // Tidying up must not hide why the run ended.
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
        var folder = new ResultFolder(path, Hold(path), created);
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

    private static FileStream Hold(string path)
    {
        try
        {
            return new FileStream(Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (HeldElsewhere.Contains(failure.HResult))
        {
            throw new ResultFolderException($"another run of FlowSim is writing into {path}; wait for it, or name another folder with --out", failure);
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
