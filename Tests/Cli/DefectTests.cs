using FlowSim.Cli;
using FlowSim.Cli.Running;

namespace FlowSim.Tests.Cli;

public sealed class DefectTests
{
    [Test]
    public void An_unexpected_exception_is_called_our_defect_and_shows_no_stack_trace()
    {
        using var error = new StringWriter();
        var exit = CommandLine.Run(["list"], new Terminal { Out = new BrokenWriter(), Error = error });
        Assert.That(exit, Is.EqualTo(ExitCode.OurDefect));
        Assert.That(error.ToString(), Does.Contain("our defect").And.Contain("a bolt is missing").And.Contain("FlowSim."));
        Assert.That(error.ToString(), Does.Not.Contain("   at "));
    }

    private sealed class BrokenWriter : StringWriter
    {
        public override void Write(string? value) => throw new InvalidOperationException("a bolt is missing");
    }
}
