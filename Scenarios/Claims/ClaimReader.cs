using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Savings;
using FlowSim.Scenarios.Savings.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Claims;

/// <summary>Reads <c>claims.csv</c>: what a plan claims, in a form that results can be held against.</summary>
internal sealed class ClaimReader
{
    private static readonly string[] Demanded = ["claim", "scenario", "form", "subject", "period", "comparator", "relation", "target", "source"];
    private static readonly string[] Optional = ["place", "unit", "verdict", "note"];
    private static readonly string[] Relations = [ClaimWords.Below, ClaimWords.Above, ClaimWords.Within];
    private static readonly string[] Gross = [ClaimWords.Gross, ClaimWords.Net];

    private readonly LedgerTable table;
    private readonly SystemFiles files;
    private readonly SystemModel model;

    private ClaimReader(LedgerTable table, SystemFiles files, SystemModel model)
    {
        this.table = table;
        this.files = files;
        this.model = model;
    }

    /// <summary>The claims, in order; those with something wrong are left out, with the problems said.</summary>
    public static IReadOnlyList<Claim> Of(SystemFiles files, SystemModel model, ProblemList problems)
    {
        if (files.Claims is not { } data)
        {
            return [];
        }

        var table = new LedgerTable(data, problems);
        if (!table.HasColumns(Demanded, Optional))
        {
            return [];
        }

        var claims = table.Rows.Select(new ClaimReader(table, files, model).Read).OfType<Claim>().ToList();
        foreach (var same in claims.GroupBy(claim => (claim.Name, claim.Scenario)).Where(same => same.Count() > 1))
        {
            problems.Error(same.ElementAt(1).Where, $"{data.Name}.claim", "a name of its own for each claim", same.Key.Name, $"It is also at {same.First().Where}.");
        }

        return claims;
    }

    private Claim? Read(TableRow row)
    {
        var form = Array.Find(ClaimWords.Forms, form => form.Word == table.Cell(row, "form"));
        if (form.Word is null)
        {
            table.Refuse(row, "form", $"one of {string.Join(", ", ClaimWords.Forms.Select(one => one.Word))}");
            return null;
        }

        var sound = table.Says(row, "claim", "what is claimed, in words") & table.HasSource(row);
        sound &= IsScenario(row) && (form.Form == ClaimForm.Said ? IsSaid(row)
            : IsSubject(row, form.Form) && IsPeriod(row, form.Form) && IsComparator(row, form.Form));
        var target = double.NaN;
        if (form.Form != ClaimForm.Said)
        {
            sound &= OneOf(row, "relation", Relations);
            if (!NumberText.TryParse(table.Cell(row, "target"), out target, out var expected))
            {
                table.Refuse(row, "target", expected);
                sound = false;
            }
        }

        return !sound ? null : new Claim
        {
            Name = table.Cell(row, "claim"),
            Scenario = table.Cell(row, "scenario"),
            Form = form.Form,
            Subject = table.Cell(row, "subject"),
            Quantity = form.Form == ClaimForm.Change
                ? new QuantityReader(model, wards: null).Read(table.Cell(row, "subject"), UnitOfTime, out _)?.Quantity
                : null,
            Place = table.Cell(row, "place") is { Length: > 0 } place ? place : ResultPlace,
            Period = table.Cell(row, "period"),
            Comparator = table.Cell(row, "comparator"),
            Relation = table.Cell(row, "relation"),
            Target = target,
            Verdict = table.Cell(row, "verdict"),
            Where = row.Where,
        };
    }

    private const string ResultPlace = "system";

    /// <summary>What lasts is added up in days: bed-days of occupied beds.</summary>
    private const string UnitOfTime = "day";

    private bool IsScenario(TableRow row)
    {
        var id = table.Cell(row, "scenario");
        if (id.Length == 0 || files.Scenarios.ContainsKey(id))
        {
            return true;
        }

        table.Refuse(row, "scenario", "a scenario of this system, or nothing for every one", Nearest.Hint(id, files.Scenarios.Keys));
        return false;
    }

    private bool IsSaid(TableRow row)
    {
        if (table.Cell(row, "verdict").Length > 0)
        {
            return true;
        }

        table.Refuse(row, "verdict", "why it is not tested, such as \"outside the model\"");
        return false;
    }

    private bool IsSubject(TableRow row, ClaimForm form)
    {
        var subject = table.Cell(row, "subject");
        if (form is ClaimForm.Saving or ClaimForm.Return)
        {
            var words = subject.Split(' ');
            if (LedgerWords.Bases.Contains(words[0]) && (form == ClaimForm.Return ? words.Length == 1 : words.Length == 2 && Gross.Contains(words[1])))
            {
                return IsOfAllPartners(row);
            }

            table.Refuse(row, "subject", form == ClaimForm.Return ? "a basis of the ledger, such as cash" : "a basis with gross or net, such as \"opportunity gross\"");
            return false;
        }

        var measure = Array.Find(model.Measures.Measures, measure => measure.Id == subject);
        if (measure is null)
        {
            table.Refuse(row, "subject", "a measure that the system declares", Nearest.Hint(subject, model.Measures.Measures.Select(one => one.Id)));
            return false;
        }

        if (form == ClaimForm.EveryMonth && !measure.Monthly)
        {
            table.Refuse(row, "subject", "a measure with months (monthly: true)");
            return false;
        }

        var place = table.Cell(row, "place");
        var by = model.Measures.Quantities[measure.Numerator].By;
        string[] places = [ResultPlace, .. by < 0 ? [] : model.Dimensions[by].Instances];
        if (place.Length == 0 || places.Contains(place))
        {
            return true;
        }

        table.Refuse(row, "place", $"one of {string.Join(", ", places)}", Nearest.Hint(place, places));
        return false;
    }

    /// <summary>Money is of all partners together, wherever it is saved.</summary>
    private bool IsOfAllPartners(TableRow row)
    {
        if (table.Cell(row, "place") is "" or ResultPlace)
        {
            return true;
        }

        table.Refuse(row, "place", "nothing: money is that of all partners together");
        return false;
    }

    /// <summary>A year, or everything that is run; of money also years together, which stay the same however many are run.</summary>
    private bool IsPeriod(TableRow row, ClaimForm form)
    {
        var period = table.Cell(row, "period");
        var isMoney = form is ClaimForm.Saving or ClaimForm.Return;
        if (period == Periods.All || IsYear(period) || (isMoney && ClaimYears.Of(period) is { Count: > 1 }))
        {
            return true;
        }

        table.Refuse(row, "period", $"a financial year such as 2018/19{(isMoney ? ", years together such as \"2017/18 to 2018/19\"" : "")}, or all");
        return false;
    }

    private static bool IsYear(string period) => Periods.IsYear(period) && PriceYear.TryParse(period, out _);

    private bool IsComparator(TableRow row, ClaimForm form)
    {
        var comparator = table.Cell(row, "comparator");
        var needs = form is ClaimForm.Change or ClaimForm.Growth;
        if (needs && table.Cell(row, "period") == Periods.All && IsYear(comparator))
        {
            table.Refuse(row, "comparator", "baseline, where the period is all: years together are not held against one");
            return false;
        }

        var isMoney = form is ClaimForm.Saving or ClaimForm.Return;
        if (needs ? comparator == ExperimentPlan.BaselineId || IsYear(comparator)
            : comparator.Length == 0 || (isMoney && comparator == ExperimentPlan.BaselineId))
        {
            return true;
        }

        table.Refuse(row, "comparator", needs ? "baseline, or a financial year of the baseline such as 2016/17"
            : isMoney ? "nothing, or baseline" : "nothing: the value itself is held against the target (change and growth compare)");
        return false;
    }

    private bool OneOf(TableRow row, string column, string[] words)
    {
        if (words.Contains(table.Cell(row, column)))
        {
            return true;
        }

        table.Refuse(row, column, $"one of {string.Join(", ", words)}", Nearest.Hint(table.Cell(row, column), words));
        return false;
    }
}
