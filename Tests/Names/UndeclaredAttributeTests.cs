namespace FlowSim.Tests.Names;

/// <summary>A system that declares no attributes: a name and a value are what something gives, and a reader may ask for nothing else.</summary>
[TestFixture]
internal sealed class UndeclaredAttributeTests
{
    private static readonly string Clinic = Checked.With("attributes: { urgency: [\"1\", \"2\"] }\n", "")
        .Replace("\"1\": 20 %, \"2\": rest", "high: 20 %, low: rest", StringComparison.Ordinal)
        .Replace("urgency = 1", "urgency = high", StringComparison.Ordinal).Replace("    priority: urgency\n", "", StringComparison.Ordinal);

    [Test]
    public void Attributes_need_not_be_declared() => Checked.IsSound(Clinic);

    [Test]
    public void A_value_that_nobody_has_is_refused_with_the_nearest() =>
        Checked.IsRefused(Clinic.Replace("urgency = high", "urgency = hgh", StringComparison.Ordinal), "measures.urgent.where", "Did you mean \"high\"?");

    [Test]
    public void A_value_that_nobody_has_and_none_is_near_to_is_warned_about() =>
        Checked.IsWarned(Clinic.Replace("urgency = high", "urgency = severe", StringComparison.Ordinal), "measures.urgent.where", "\"severe\"");

    [Test]
    public void A_value_given_that_is_a_slip_from_one_asked_for_is_refused() =>
        Checked.IsRefused(
            Clinic.Replace("{ high: 20 %, low: rest }", "{ high: 20 %, low: rest } } }\n  calls: { to: desk, rate: 1 per d, attributes: { urgency: hihg",
                StringComparison.Ordinal), "streams.calls.attributes.urgency", "Did you mean \"high\"?");

    [Test]
    public void An_attribute_set_that_is_a_slip_from_one_that_is_read_is_refused() =>
        Checked.IsRefused(Clinic.Replace("low: rest } }", "low: rest }, urgncy: high }", StringComparison.Ordinal), "streams.walk-ins.attributes.urgncy",
            "Did you mean \"urgency\"?");

    [Test]
    public void An_attribute_that_nothing_reads_is_warned_about() =>
        Checked.IsWarned(Clinic.Replace("low: rest } }", "low: rest }, colour: red }", StringComparison.Ordinal), "streams.walk-ins.attributes.colour",
            "something reads");

    [Test]
    public void A_row_for_patients_who_do_not_come_is_warned_about_and_kept() =>
        Checked.IsWarned(Clinic.Replace("exponential mean 20 min", "{ table: stay }", StringComparison.Ordinal), "tables.stay.urgency", "\"severe\"",
            ("tables/stay.csv", "urgency,time\nhigh,5 min\nlow,9 min\nsevere,50 min\n"));

    [Test]
    public void A_row_with_a_misspelt_value_beside_one_for_the_others_is_refused() =>
        Checked.IsRefused(Clinic.Replace("exponential mean 20 min", "{ table: stay }", StringComparison.Ordinal), "tables.stay.urgency",
            "Did you mean \"high\"?", ("tables/stay.csv", "urgency,time\nhihg,5 min\n*,9 min\n"));
}
