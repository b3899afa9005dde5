namespace FlowSim.Scenarios.Results;

/// <summary>
/// What a run leaves that is stopped while its files take their names: a manifest that says "being written", some files in place, the others beside their
/// names, and the manifest that was to come last. All is there to finish it.
/// </summary>
internal static class UnfinishedCommit
{
    /// <summary>Name beside which the manifest that comes last is written.</summary>
    public const string ManifestName = "last-manifest.json";

    /// <summary>Puts the others in place, if all of them are there.</summary>
    public static void Finish(FilesInFolder files)
    {
        var manifest = files.Resolve(ManifestFile.Name);
        if (!files.IsBeside(ManifestName) || !ManifestFile.IsBeingWritten(manifest))
        {
            return;
        }

        // A name that has nothing beside it was given before: files in place of an earlier run were removed before the first was.
        var names = ManifestFile.FilesOf(files.BesideOf(ManifestName));
        if (names.Count == 0 || !names.All(name => files.MayRemove(name) && (files.IsBeside(name) || File.Exists(files.Resolve(name)))))
        {
            return;
        }

        foreach (var earlier in ManifestFile.FilesOf(manifest).Where(files.MayRemove).Except(names))
        {
            files.Remove(earlier);
        }

        foreach (var name in names.Where(files.IsBeside))
        {
            files.PutInPlace(name);
        }

        PutManifestInPlace(files);
    }

    public static void PutManifestInPlace(FilesInFolder files) => files.PutInPlace(ManifestName, ManifestFile.Name);
}
