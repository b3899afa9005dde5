using System.Globalization;
using FlowSim.Tests.Kernel.Semantics;

namespace FlowSim.Tests.Law;

/// <summary>Each example of <c>docs/law.md</c> comes out as the page says.</summary>
public sealed class LawExampleTests
{
    private static readonly string[] Weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    private static IEnumerable<string> WithAnswers => LawPage.Read.Examples.Where(example => example.Answers.Count > 0).Select(example => example.Number);

    [TestCaseSource(nameof(WithAnswers))]
    public void An_example_comes_out_as_the_law_says(string number)
    {
        var example = LawPage.Read[number];
        var scene = Scene.Play(example.System, [.. example.Files]);
        using (Assert.EnterMultipleScope())
        {
            foreach (var answer in example.Answers)
            {
                Check(scene, answer);
            }
        }
    }

    /// <summary>Examples about chance have no answer to the second: <see cref="LawChanceTests"/> has a test for each.</summary>
    [Test]
    public void An_example_without_an_answer_on_the_page_has_a_test_of_its_own() =>
        Assert.That(
            LawPage.Read.Examples.Where(example => example.Answers.Count == 0).Select(example => example.Number),
            Is.EqualTo(LawChanceTests.Tested));

    [Test]
    public void The_page_is_read_whole()
    {
        Assert.That(LawPage.Read.Examples, Has.Count.GreaterThan(20));
        Assert.That(LawPage.Read.Examples.Where(example => example.System.Length == 0), Is.Empty);
        Assert.That(LawPage.Read["14.8"].Files.Single().File, Is.EqualTo("rosters/nurses.csv"));
        Assert.That(LawPage.Read["14.8"].Answers, Has.Count.EqualTo(2));
    }

    private static void Check(Scene scene, LawAnswer answer)
    {
        if (answer.Who == "measure")
        {
            Assert.That(scene.Value(answer.Name), Is.EqualTo(double.Parse(answer.When, CultureInfo.InvariantCulture)).Within(1e-12), answer.Name);
            return;
        }

        var patient = answer.Who.Replace(' ', '/');
        if (answer.Does == "leaves by")
        {
            Assert.That(scene.ExitOf(patient), Is.EqualTo(answer.Name), answer.ToString());
        }

        var time = answer.Does switch
        {
            "enters" => scene.Entered(patient, answer.Name),
            "takes" => scene.Taken(patient, answer.Name),
            "starts" => scene.Started(patient, answer.Name),
            "gives up" => scene.GaveUp(patient, answer.Name),
            "moves back in" => scene.MovedBack(patient, answer.Name),
            "leaves by" => scene.Left(patient),
            _ => throw new InvalidOperationException($"{answer}: what does the patient do?"),
        };
        Assert.That(time, Is.EqualTo(TimeOf(answer.When)), answer.ToString());
    }

    /// <summary>Seconds since Monday 00:00 of <c>09:00</c>, <c>Tue 09:00</c> or <c>09:59:59</c>.</summary>
    private static int TimeOf(string text)
    {
        if (text == "never")
        {
            return Scene.Never;
        }

        var words = text.Split(' ');
        var day = words.Length == 1 ? 0 : Array.IndexOf(Weekdays, words[0]);
        Assert.That(day, Is.GreaterThanOrEqualTo(0), text);
        return (day * Scene.Day) + (int)TimeSpan.Parse(words[^1], CultureInfo.InvariantCulture).TotalSeconds;
    }
}
