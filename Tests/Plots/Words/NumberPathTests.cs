using FlowSim.Plots.Words;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Plots.Words;

public sealed class NumberPathTests
{
    private static readonly SystemNames Names = SystemNames.Of(new SystemFacts
    {
        Id = "s",
        Title = "S",
        Titles = new Dictionary<string, string> { ["north"] = "North General", ["p3"] = "a care home" },
        Stages = [new StageFacts("ward", "north", "request", [], "", "") { Title = "Medical ward" }],
        Pools = [new PoolFacts("bed", "system", "beds", "", "") { Title = "Ward beds" }],
    });

    [TestCase("stages.ward.time", "Medical ward: time")]
    [TestCase("stages.ward@north.time", "Medical ward at North General: time")]
    [TestCase("stages.going-home.then[3].to.ward", "Going home: Medical ward")]
    [TestCase("stages.called-in.divert.put-off.share", "Called in: put off, share")]
    [TestCase("pools.bed.capacity", "Ward beds: capacity")]
    [TestCase("streams.walk-ins.rate", "Walk ins: rate")]
    [TestCase("tables.treatment-time[site=north, patient-group=*, pathway=p3, month=Dec-Feb]", "Treatment time: North General, a care home, Dec–Feb")]
    [TestCase("tables.recovery-time[group=stroke|stroke-late].mean", "Recovery time: stroke or stroke late, mean")]
    [TestCase("tables.contact[disposition=*]", "Contact")]
    [TestCase("rosters.ed-doctors", "ED doctors (roster)")]
    [TestCase("rosters.crews[days=Mon-Fri, from=08:00, to=20:00]", "Crews (roster): Mon–Fri, from 08:00, to 20:00")]
    [TestCase("calendars.clinic-days", "Calendar clinic days")]
    [TestCase("population", "Population")]
    public void A_path_is_read_in_the_words_of_its_system(string path, string expected) =>
        Assert.That(NumberPath.InWords(path, Names), Is.EqualTo(expected));
}
