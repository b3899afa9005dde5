using FlowSim.Plots.Words;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Tests.Plots.Words;

public sealed class PlaceNameTests
{
    [TestCase("cuhft", "CUHFT")]
    [TestCase("miu-ely", "MIU Ely")]
    [TestCase("system", "Whole system")]
    public void A_place_is_written_as_a_name(string id, string expected) => Assert.That(PlaceName.Of(id), Is.EqualTo(expected));

    [TestCase("tci-critical", "TCI critical")]
    [TestCase("own-gp", "own GP")]
    [TestCase("p2-bed", "P2 bed")]
    [TestCase("clinician-111", "clinician 111")]
    [TestCase("medical_ward", "medical ward")]
    public void A_step_is_written_as_words_with_its_abbreviations(string id, string expected) => Assert.That(IdWords.Words(id), Is.EqualTo(expected));
}
