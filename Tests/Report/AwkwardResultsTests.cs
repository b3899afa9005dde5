using FlowSim.Plots.Report;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Report;

/// <summary>A page is written at the end of a long run: no number may keep it from being written.</summary>
public sealed class AwkwardResultsTests
{
    private static readonly double[] Awkward =
        [0, -0.0, 1e-300, 1e-12, 1, 1e9, 1e300, -1e300, double.MaxValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    [Test]
    public void Any_numbers_give_a_page()
    {
        var made = new HandMade();
        foreach (var (index, value) in Awkward.Index())
        {
            foreach (var (other, width) in Awkward.Index())
            {
                made.With($"measure_{index}_{other}", index % 2 == 0 ? "%" : "", value, width, width - value, width + value);
            }
        }

        Assert.That(HtmlOutline.Of(Page.Of(made.Results)).Problems, Is.Empty);
    }

    [Test]
    public void No_numbers_give_a_page()
    {
        var results = new HandMade().Results;
        var page = HtmlOutline.Of(Page.Of(results));
        Assert.That(page.Problems, Is.Empty);
        Assert.That(page.Text, Does.Contain("None of the headline measures has a value."));
    }

    [Test]
    public void A_folder_without_words_gives_a_page_with_ids()
    {
        var results = new HandMade().With("breaches", "per day", 100, -10, -12, -8).Results;
        var page = HtmlOutline.Of(Page.Of(results with { System = new SystemFacts { Id = "made-up", Title = "made-up" } })).Text;
        Assert.That(page, Does.Contain("Breaches fall by 10.0 [8.0–12.0]").And.Contain("hub"));
    }

    [Test]
    public void A_place_called_like_nothing_gives_a_page()
    {
        var made = new HandMade().With("breaches", "per day", 100, -10, -12, -8).With("breaches", "per day", 50, -9, -10, -8, place: "")
            .With("", "", 50, -9, -10, -8);
        Assert.That(HtmlOutline.Of(Page.Of(made.Results)).Problems, Is.Empty);
    }
}
