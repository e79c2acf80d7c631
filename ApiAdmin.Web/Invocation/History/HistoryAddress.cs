using System.Globalization;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.History;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Invocation.History;

/// <summary>The history's query as it stands in the page's address; what cannot be read narrows nothing.</summary>
public static class HistoryAddress
{
    private const string Day = "yyyy-MM-dd";

    public static HistoryQuery Read(IReadOnlyDictionary<string, string?> address) => new()
    {
        Api = Text(address, "api"),
        Outcome = Enum.TryParse<Outcome>(Text(address, "outcome"), ignoreCase: true, out var outcome) && Enum.IsDefined(outcome) ? outcome : null,
        Who = Text(address, "who"),
        Sampled = Sampled(Text(address, "answered")),
        From = Date(Text(address, "from")),
        To = Date(Text(address, "to")),
        Text = Text(address, "search"),
        After = Text(address, "after"),
    };

    public static string Write(NavigationManager navigation, HistoryQuery query) => navigation.GetUriWithQueryParameters("/history", new Dictionary<string, object?>
    {
        ["api"] = query.Api,
        ["outcome"] = query.Outcome?.ToString().ToLowerInvariant(),
        ["who"] = query.Who,
        ["answered"] = Answered(query.Sampled),
        ["from"] = DayOf(query.From),
        ["to"] = DayOf(query.To),
        ["search"] = query.Text,
        ["after"] = query.After,
    });

    /// <summary>By whom a run was answered.</summary>
    public static string? Answered(bool? sampled) => sampled switch { true => "sample", false => "system", null => null };

    public static bool? Sampled(string? answered) => answered switch { "sample" => true, "system" => false, _ => null };

    /// <summary>As the browser's date field has it.</summary>
    public static string? DayOf(DateOnly? day) => day?.ToString(Day, CultureInfo.InvariantCulture);

    public static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Text(IReadOnlyDictionary<string, string?> address, string name) =>
        address.GetValueOrDefault(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
