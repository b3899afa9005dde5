using FlowSim.Tests.Cli;
using FlowSim.Tests.Loading;

namespace FlowSim.Tests.Calibration;

/// <summary>What is said after a calibration, whose run ends a day after what was observed.</summary>
public sealed class CalibrationNoteTests
{
    /// <summary>Four patients come a day, each of whom would need the one bed for a day; three give up.</summary>
    [Test]
    public void Patients_a_day_are_those_of_the_observed_year_and_not_all_of_it_on_the_one_day_after()
    {
        using var system = TemporarySystem.With(
            ("system.yaml", """
            system: clinic
            run: { starts: 2015-04-01, branch: 2017-04-01, lasts: 1 y, begin: empty, replications: 2 }
            pools: { bed: { kind: beds, capacity: 1 } }
            streams: { door: { to: stay, schedule: { every: 6 h } } }
            stages: { stay: { place: bed, gives_up: { after: 5 h, to: leave }, clock: spell, time: 1 d, then: leave } }
            measures: { stays: { starts: spell, per: day } }

            """),
            ("observed.csv", "measure,place,period,observed,status,source\nstays,system,2016/17,1,measured,a return\n"));
        var results = system.Folder + "-results";
        try
        {
            var typed = TypedCommand.Run("calibrate", "--system", system.Folder, "--out", results);
            Assert.That(typed.Exit, Is.Zero, typed.Error);
            Assert.That(typed.Error, Does.Match("about 400 % of what is open of bed is asked for.*: 1 a day are served, 3 a day give up"));
        }
        finally
        {
            Directory.Delete(results, recursive: true);
        }
    }
}
