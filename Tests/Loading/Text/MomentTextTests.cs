using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Tests.Loading.Text;

/// <summary>Moments are read as they stand, in the one form that is declared, or refused.</summary>
public sealed class MomentTextTests
{
    [TestCase("2016-04-01", "2016-04-01 12:00:00")]
    [TestCase("2016-04-01T13:45", "2016-04-01 13:45:00")]
    [TestCase(" 2016-04-01 13:45 ", "2016-04-01 13:45:00")]
    [TestCase("2016-04-01T13:45:07", "2016-04-01 13:45:07")]
    [TestCase("2016-04-01T13:45:07.499", "2016-04-01 13:45:07")]
    [TestCase("2016-04-01T13:45:07.5", "2016-04-01 13:45:08")]
    [TestCase("2016-02-29T00:00", "2016-02-29 00:00:00")]
    [TestCase("2016-04-01T24:00", "2016-04-02 00:00:00")]
    public void An_ISO_moment_is_read_as_it_stands(string text, string expected)
    {
        Assert.That(MomentText.TryParse(text, DateFormat.Iso, out var moment), Is.True);
        Assert.That(Written(moment), Is.EqualTo(expected));
    }

    [TestCase("2016-04-01T13:45Z")]
    [TestCase("2016-04-01T13:45+01:00")]
    [TestCase("2016-04-01T13:45:00-0500")]
    [TestCase("2016-04-01T13:45 GMT")]
    [TestCase("2016-4-1")]
    [TestCase("2016-04-01T8:05")]
    [TestCase("2016-04-01T13")]
    [TestCase("2016-04-01T13:5")]
    [TestCase("2016-04-01T13:60")]
    [TestCase("2016-04-01T25:00")]
    [TestCase("2016-04-01T24:01")]
    [TestCase("2016-04-01T13:45.5")]
    [TestCase("2016-04-01T01:45 PM")]
    [TestCase("2016-04-01 ")]
    [TestCase("2017-02-29")]
    [TestCase("0000-01-01")]
    [TestCase("2016-04-011")]
    [TestCase("20160401")]
    [TestCase("2016/04/01")]
    [TestCase("01/04/2016")]
    [TestCase("05-04-2016")]
    [TestCase("5-6")]
    [TestCase("13:45")]
    [TestCase("today")]
    [TestCase("Fri 1 Apr 2016")]
    [TestCase("２０１６-04-01")]
    [TestCase("")]
    public void Anything_else_is_no_ISO_moment(string text)
    {
        var isDateAlone = text == "2016-04-01 ";
        Assert.That(MomentText.TryParse(text, DateFormat.Iso, out _), Is.EqualTo(isDateAlone));
    }

    [TestCase("dd/mm/yyyy", "03/04/2016", "2016-04-03 12:00:00")]
    [TestCase("dd/mm/yyyy", "3/4/2016 9:05", "2016-04-03 09:05:00")]
    [TestCase("DD/MM/YYYY HH:MM", "31/12/2016 14:05:30", "2016-12-31 14:05:30")]
    [TestCase("dd-mm-yyyy", "05-04-2016 09:00", "2016-04-05 09:00:00")]
    [TestCase("dd.mm.yyyy", "05.04.2016", "2016-04-05 12:00:00")]
    [TestCase("mm/dd/yyyy", "04/26/2016 12:30 AM", "2016-04-26 00:30:00")]
    [TestCase("mm/dd/yyyy", "4/26/2016 12:30 pm", "2016-04-26 12:30:00")]
    [TestCase("dd/mm/yy", "01/04/16", "2016-04-01 12:00:00")]
    [TestCase("dd/mm/yy", "01/04/99", "2099-04-01 12:00:00")]
    [TestCase("dd-mmm-yyyy", "01-Apr-2016 08:00", "2016-04-01 08:00:00")]
    [TestCase("d mmmm yyyy", "1 April 2016", "2016-04-01 12:00:00")]
    [TestCase("yyyy/mm/dd", "2016/04/01", "2016-04-01 12:00:00")]
    [TestCase("yyyymmdd", "20160401", "2016-04-01 12:00:00")]
    [TestCase("yyyymmdd", "20160401T0900", null)]
    [TestCase("dd/mm/yyyy", "04/26/2016", null)]
    [TestCase("dd/mm/yyyy", "2016-04-01", null)]
    [TestCase("dd/mm/yyyy", "03-04-2016", null)]
    [TestCase("dd/mm/yyyy", "03/04/16", null)]
    [TestCase("dd/mm/yy", "03/04/2016", null)]
    [TestCase("dd/mm/yyyy", "03/04/2016 13:00 PM", null)]
    [TestCase("dd-mmm-yyyy", "01-Avr-2016", null)]
    public void A_declared_form_is_read_and_no_other(string form, string text, string? expected)
    {
        Assert.That(DateFormat.TryParse(form, out var format), Is.True);
        Assert.That(MomentText.TryParse(text, format!, out var moment) ? Written(moment) : null, Is.EqualTo(expected));
    }

    [TestCase("dd/mm")]
    [TestCase("dd/mm/yyyy/dd")]
    [TestCase("dd/mm/yyy")]
    [TestCase("tt.mm.jjjj")]
    [TestCase("/dd/mm/yyyy")]
    [TestCase("uk")]
    [TestCase("")]
    public void What_is_no_form_of_dates_is_refused(string form) => Assert.That(DateFormat.TryParse(form, out _), Is.False);

    /// <summary>Every day of nine years, written by the library in each form, is read back; days and months are never exchanged.</summary>
    [TestCase("dd/MM/yyyy")]
    [TestCase("MM/dd/yyyy")]
    [TestCase("yyyy-MM-dd")]
    [TestCase("yyyyMMdd")]
    [TestCase("dd-MMM-yyyy")]
    [TestCase("d.M.yy")]
    public void Every_day_that_is_written_is_read_back(string library)
    {
        Assert.That(DateFormat.TryParse(library.ToLowerInvariant(), out var format), Is.True);
        for (var day = new DateOnly(2012, 1, 1); day.Year < 2021; day = day.AddDays(1))
        {
            var text = day.ToString(library, System.Globalization.CultureInfo.InvariantCulture);
            Assert.That(MomentText.TryParse(text, format!, out var moment) ? moment.Date : default, Is.EqualTo(day), text);
        }
    }

    [TestCase("2016-06-01T08:30:00Z", "zone", "2016-06-01T08:30:00")]
    [TestCase("2016-06-01 08:30 BST", "zone", "2016-06-01 08:30")]
    [TestCase("01/06/2016 08:30:00+01:00", "zone", "01/06/2016 08:30:00")]
    [TestCase("31/12/2016 14:05", "looks like dd/mm/yyyy", "\"dates: dd/mm/yyyy\"")]
    [TestCase("04/26/16", "looks like mm/dd/yy", "\"dates: mm/dd/yy\"")]
    [TestCase("05-04-2016 09:00", "dd-mm-yyyy or mm-dd-yyyy", "not guessed")]
    [TestCase("2016/04/01", "looks like yyyy/mm/dd", "\"dates: yyyy/mm/dd\"")]
    [TestCase("20160401", "yyyymmdd", "dates:")]
    [TestCase("1 Apr 2016", "looks like dd mmm yyyy", "\"dates: dd mmm yyyy\"")]
    [TestCase("2016-4-1", "two digits", "2016-04-01")]
    [TestCase("2016-04-01 2:05 PM", "14:05", "")]
    [TestCase("2017-02-29", "no such day", "")]
    [TestCase("31/02/2016", "no such day", "")]
    [TestCase("-1.5", "at least 0", "")]
    [TestCase("-2 h", "at least 0", "")]
    [TestCase("51.134", "unit", "")]
    [TestCase("42461.5", "spreadsheet", "unit")]
    public void A_hint_names_what_a_refused_moment_looks_like(string text, string says, string alsoSays)
    {
        Assert.That(MomentText.TryParse(text, DateFormat.Iso, out _), Is.False);
        Assert.That(DateLook.InFile(text, DateFormat.Iso, "beside \"file\"", hasTimes: true), Does.Contain(says).And.Contain(alsoSays));
    }

    [TestCase("26/04/2016", "Write 2016-04-26.")]
    [TestCase("05/04/2016", "It could be 2016-04-05 or 2016-05-04: write the one that is meant.")]
    [TestCase("04/04/2016", "Write 2016-04-04.")]
    [TestCase("1 April 2016", "Write 2016-04-01.")]
    [TestCase("2017-02-29", "The calendar has no such day.")]
    [TestCase("soon", "")]
    public void A_hint_for_a_date_of_the_description_writes_it(string text, string expected) => Assert.That(DateLook.InDescription(text), Is.EqualTo(expected));

    private static string Written(Moment moment) =>
        moment.Date.ToDateTime(TimeOnly.MinValue).AddSeconds(moment.Second).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
