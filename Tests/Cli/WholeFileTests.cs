using System.Diagnostics;
using FlowSim.Cli.Running;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Cli;

/// <summary>
/// A file that the user named: an ordinary one is replaced whole, a device or pipe is written to, and what it is decides, not how it is called.
/// </summary>
[Platform("Linux", Reason = "devices")]
public sealed class WholeFileTests
{
    [Test]
    public void Dev_shm_holds_ordinary_files()
    {
        const string Shared = "/dev/shm";
        Assert.That(Shared, Does.Exist);
        var folder = Directory.CreateDirectory(Path.Combine(Shared, $"flowsim-test-{Environment.ProcessId}")).FullName;
        try
        {
            var file = Path.Combine(folder, "page.html");
            WholeFile.Write(file, "first and longer"u8.ToArray());
            WholeFile.Write(file, "second"u8.ToArray());
            Assert.That(File.ReadAllText(file), Is.EqualTo("second"));
            Assert.That(WholeFile.IsDevice(file), Is.False);
            Assert.That(Directory.EnumerateFiles(folder).Count(), Is.EqualTo(1));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestCase("/dev/null", true)]
    [TestCase("/dev/full", true)]
    [TestCase("/dev/stdout", true)]
    [TestCase("/dev/fd/1", true)]
    [TestCase("/proc/self/fd/2", true)]
    [TestCase("/dev/shm/no-such-file", false)]
    [TestCase("/etc/passwd", false)]
    public void A_device_is_known_by_its_kind(string path, bool isDevice) => Assert.That(WholeFile.IsDevice(path), Is.EqualTo(isDevice));

    [Test]
    public void An_empty_file_is_no_device_and_a_link_to_one_is()
    {
        using var folder = new TemporaryFolder();
        var (empty, link) = (Path.Combine(folder.Path, "empty"), Path.Combine(folder.Path, "link"));
        File.WriteAllText(empty, "");
        File.CreateSymbolicLink(link, "/dev/null");
        Assert.That((WholeFile.IsDevice(empty), WholeFile.IsDevice(link)), Is.EqualTo((false, true)));
    }

    [Test]
    public void A_named_pipe_is_written_to_wherever_it_lies()
    {
        using var folder = new TemporaryFolder();
        var pipe = Path.Combine(folder.Path, "pipe");
        using (var made = Process.Start("mkfifo", [pipe]))
        {
            made.WaitForExit();
        }

        var read = Task.Run(() => File.ReadAllText(pipe));
        WholeFile.Write(pipe, "through"u8.ToArray());
        Assert.That(read.Wait(TimeSpan.FromSeconds(20)));
        Assert.That(read.Result, Is.EqualTo("through"));
        Assert.That(WholeFile.IsDevice(pipe));
    }

    [Test]
    public void A_file_of_the_user_beside_it_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        var (file, beside) = (Path.Combine(folder.Path, "page.html"), Path.Combine(folder.Path, "page.html.part"));
        File.WriteAllText(beside, "mine");
        WholeFile.Write(file, "page"u8.ToArray());
        Assert.That(File.ReadAllText(beside), Is.EqualTo("mine"));
    }
}
