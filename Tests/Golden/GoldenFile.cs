using System.Text;

namespace FlowSim.Tests.Golden;

/// <summary>
/// Texts kept beside the tests: they show what changed, they do not claim to be theory.
/// FLOWSIM_REWRITE_GOLDEN=1 writes them anew (and the test then fails once, so that a rewrite is never taken for a pass).
/// </summary>
internal static class GoldenFile
{
    private const string Switch = "FLOWSIM_REWRITE_GOLDEN";

    /// <summary>Asserts that a text is the one kept under <paramref name="name"/>, such as <c>made-up/summary.csv</c>.</summary>
    public static void Check(string name, string actual) => Check("Tests/Golden", name, actual);

    /// <summary>The same, of a text kept in another folder of the repository; what <paramref name="comparable"/> leaves out may differ.</summary>
    public static void Check(string folder, string name, string actual, Func<string, string>? comparable = null)
    {
        comparable ??= text => text;
        var path = Path.Combine(RepositoryRoot.Path, folder, name.Replace('/', Path.DirectorySeparatorChar));
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual, new UTF8Encoding(false));
            Assert.Fail($"Rewrote {name}; run again without {Switch}.");
        }

        Assert.That(File.Exists(path), $"No golden file {name}; write it with {Switch}=1.");
        Assert.That(comparable(actual), Is.EqualTo(comparable(File.ReadAllText(path))), name);
    }
}
