using System.Text;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Results;

public sealed class ResultFolderTests
{
    private TemporaryFolder temporary = null!;

    private string Results => Path.Combine(temporary.Path, "results");

    [SetUp]
    public void MakeFolder() => temporary = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => temporary.Dispose();

    [Test]
    public void A_run_leaves_its_files_and_a_complete_manifest()
    {
        Run(("summary.csv", "a"), ("charts/x.svg", "b"));
        Assert.That(Read("summary.csv") + Read("charts/x.svg"), Is.EqualTo("ab"));
        Assert.That(Read("manifest.json"), Does.Contain("\"complete\": true"));
    }

    [Test]
    public void A_second_run_replaces_the_first_and_removes_what_only_the_first_wrote()
    {
        Run(("summary.csv", "old"), ("charts/old.svg", "old"));
        Run(("summary.csv", "new"));
        Assert.That(Read("summary.csv"), Is.EqualTo("new"));
        Assert.That(File.Exists(Path.Combine(Results, "charts", "old.svg")), Is.False);
    }

    [Test]
    public void A_file_the_user_put_beside_the_results_stays()
    {
        Run(("summary.csv", "old"));
        File.WriteAllText(Path.Combine(Results, "notes.txt"), "mine");
        Run(("summary.csv", "new"));
        Assert.That(Read("notes.txt"), Is.EqualTo("mine"));
    }

    [Test]
    public void A_folder_with_files_of_others_is_refused_and_left_as_it_is()
    {
        Directory.CreateDirectory(Results);
        File.WriteAllText(Path.Combine(Results, "summary.csv"), "mine");
        var refusal = Assert.Throws<ResultFolderException>(() => ResultFolder.Open(Results));
        Assert.That(refusal!.Message, Does.Contain("summary.csv").And.Contain("--out"));
        Assert.That(Directory.EnumerateFileSystemEntries(Results).Select(Path.GetFileName).Single(), Is.EqualTo("summary.csv"));
    }

    [TestCase("{ \"program\": \"another\" }")]
    [TestCase("not JSON")]
    [TestCase("[]")]
    public void A_manifest_of_another_program_does_not_make_a_folder_ours(string manifest)
    {
        Directory.CreateDirectory(Results);
        File.WriteAllText(Path.Combine(Results, "manifest.json"), manifest);
        Assert.Throws<ResultFolderException>(() => ResultFolder.Open(Results));
    }

    [Test]
    public void Two_runs_do_not_write_into_one_folder_at_once()
    {
        using (ResultFolder.Open(Results))
        {
            var refusal = Assert.Throws<ResultFolderException>(() => ResultFolder.Open(Results));
            Assert.That(refusal!.Message, Does.Contain("another run"));
        }

        ResultFolder.Open(Results).Dispose();
    }

    [Test]
    public void A_run_that_ends_before_its_results_leaves_nothing_behind()
    {
        using (var folder = ResultFolder.Open(Results))
        {
            folder.Write("summary.csv", stream => stream.WriteByte(1));
        }

        Assert.That(Directory.Exists(Results), Is.False);
    }

    [Test]
    public void A_run_that_ends_before_its_results_leaves_the_earlier_ones()
    {
        Run(("summary.csv", "old"));
        using (var folder = ResultFolder.Open(Results))
        {
            folder.Write("summary.csv", stream => stream.WriteByte(1));
        }

        Assert.That(Read("summary.csv"), Is.EqualTo("old"));
    }

    [Test]
    public void A_folder_under_a_file_cannot_be_written_and_says_so()
    {
        var file = Path.Combine(temporary.Path, "file");
        File.WriteAllText(file, "");
        Assert.That(Assert.Throws<ResultFolderException>(() => ResultFolder.Open(Path.Combine(file, "results")))!.Message, Does.Contain("cannot be written"));
        Assert.That(Assert.Throws<ResultFolderException>(() => ResultFolder.Open(file))!.Message, Does.Contain("is a file"));
    }

    [Test]
    public void A_manifest_cannot_make_us_delete_files_outside_the_folder()
    {
        var outside = Path.Combine(temporary.Path, "outside.txt");
        File.WriteAllText(outside, "mine");
        Directory.CreateDirectory(Results);
        File.WriteAllText(Path.Combine(Results, "manifest.json"), "{ \"program\": \"FlowSim\", \"files\": [\"../outside.txt\"] }");
        Run(("summary.csv", "new"));
        Assert.That(File.Exists(outside));
    }

    private void Run(params (string Name, string Text)[] files)
    {
        using var folder = ResultFolder.Open(Results);
        foreach (var (name, text) in files)
        {
            folder.Write(name, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        }

        folder.Commit(MadeUpManifest.Manifest);
    }

    private string Read(string name) => File.ReadAllText(Path.Combine(Results, name));
}
