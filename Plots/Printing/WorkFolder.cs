namespace FlowSim.Plots.Printing;

/// <summary>A folder for what printing needs on the way; removed with all that a program has left in it.</summary>
internal sealed class WorkFolder : IDisposable
{
    private const int Tries = 5;
    private const int BetweenTries = 200;

    private readonly string folder = Make();

    /// <summary>A file, or folder, of this name in it.</summary>
    public string File(string name) => Path.Combine(folder, name);

    /// <exception cref="PrinterException">There is no place for it.</exception>
    private static string Make()
    {
        try
        {
            return Directory.CreateTempSubdirectory("flowsim-").FullName;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PrinterException(
                $"printing needs a folder for files on the way, and none can be made in {Path.GetTempPath()}. Set the environment variable {(OperatingSystem.IsWindows() ? "TMP" : "TMPDIR")} to a folder that can be written", failure);
        }
    }

    /// <summary>Removes the folder; what a program that is just ending still holds is tried again, then left to the system.</summary>
    public void Dispose()
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(BetweenTries);
            }
        }
    }
}
