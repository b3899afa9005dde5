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
    public void A_run_leaves_no_lock_behind()
    {
        Run(("summary.csv", "a"), ("charts/x.svg", "b"));
        Assert.That(Directory.EnumerateFiles(Results, ".*", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public void What_a_crash_left_is_cleared_away_and_holds_nobody_up()
    {
        Directory.CreateDirectory(Results);
        foreach (var left in new[] { ".flowsim-lock", ".flowsim-lock-123-456", ".flowsim-summary.csv.part" })
        {
            File.WriteAllText(Path.Combine(Results, left), "old");
        }

        Run(("differences.csv", "new"));
        Assert.That(Directory.EnumerateFiles(Results).Select(Path.GetFileName).Order(), Is.EqualTo(new[] { "differences.csv", "manifest.json" }));
    }

    [Test]
    public void A_crash_while_files_are_put_in_place_never_leaves_old_and_new_ones_together()
    {
        Run(("differences.csv", "old"), ("flows.csv", "old"), ("summary.csv", "old"));
        using (var folder = ResultFolder.Open(Results))
        {
            folder.Write("differences.csv", stream => stream.Write("new"u8));
            folder.Write("summary.csv", stream => stream.Write("new"u8));
            File.Delete(Path.Combine(Results, ".flowsim-summary.csv.part"));
            Assert.Throws<ResultFolderException>(() => folder.Commit(MadeUpManifest.Manifest));
        }

        Assert.That(Directory.EnumerateFiles(Results).Select(Path.GetFileName).Order(), Is.EqualTo(new[] { "differences.csv", "manifest.json" }));
        Assert.That(Read("differences.csv"), Is.EqualTo("new"));
        Assert.That(Read("manifest.json"), Does.Contain("\"complete\": false").And.Contain("\"being_written\": true"));
        Run(("flows.csv", "newer"));
        Assert.That(Directory.EnumerateFiles(Results).Select(Path.GetFileName).Order(), Is.EqualTo(new[] { "flows.csv", "manifest.json" }));
        Assert.That(Read("manifest.json"), Does.Contain("\"complete\": true").And.Not.Contain("being_written"));
    }

    [Test]
    public void A_folder_that_is_removed_during_the_run_is_not_made_anew()
    {
        using (var folder = ResultFolder.Open(Results))
        {
            Directory.Delete(Results, recursive: true);
            Assert.That(Assert.Throws<ResultFolderException>(() => folder.Write("summary.csv", stream => stream.WriteByte(1)))!.Message,
                Does.Contain("removed or replaced"));
            Assert.That(Assert.Throws<ResultFolderException>(() => folder.Commit(MadeUpManifest.Manifest))!.Message, Does.Contain("removed or replaced"));
        }

        Assert.That(Directory.Exists(Results), Is.False);
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "a folder with an open file cannot be removed there")]
    public void A_run_does_not_write_into_a_folder_that_another_has_made_in_its_place()
    {
        using var first = ResultFolder.Open(Results);
        Directory.Delete(Results, recursive: true);
        using (var second = ResultFolder.Open(Results))
        {
            Assert.Throws<ResultFolderException>(() => first.Write("flows.csv", stream => stream.WriteByte(1)));
            first.Dispose();
            Assert.Throws<ResultFolderException>(() => ResultFolder.Open(Results), "the second still holds it");
            second.Write("summary.csv", stream => stream.Write("second"u8));
            second.Commit(MadeUpManifest.Manifest);
        }

        Assert.That(Directory.EnumerateFiles(Results).Select(Path.GetFileName).Order(), Is.EqualTo(new[] { "manifest.json", "summary.csv" }));
    }

    [Test]
    public void A_file_that_cannot_be_written_is_said_and_leaves_the_earlier_results_as_they_were()
    {
        Run(("summary.csv", "old"));
        var manifest = Read("manifest.json");
        using (var folder = ResultFolder.Open(Results))
        {
            folder.Write("differences.csv", stream => stream.Write("new"u8));
            var failure = Assert.Throws<ResultFolderException>(() => folder.Write("summary.csv", _ => throw new IOException("No space left")));
            Assert.That(failure!.Message, Does.Contain("results cannot be written into").And.Contain("No space left"));
        }

        Assert.That((Read("summary.csv"), Read("manifest.json")), Is.EqualTo(("old", manifest)));
        Assert.That(Directory.EnumerateFileSystemEntries(Results).Count(), Is.EqualTo(2));
    }

    [Test]
    [Platform("Linux", Reason = "/proc takes no files, not even from root")]
    public void A_folder_that_takes_no_files_is_said_before_anything_runs() =>
        Assert.That(Assert.Throws<ResultFolderException>(() => ResultFolder.Open("/proc/self/results"))!.Message,
            Does.Contain("results cannot be written into /proc/self/results"));

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
