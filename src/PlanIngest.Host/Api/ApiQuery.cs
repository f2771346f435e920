using System.Globalization;
using Microsoft.AspNetCore.Http;
using PlanIngest.Outputs;

namespace PlanIngest.Host.Api;

/// <summary>What a query string asks for: the same words for pages, lists and exports.</summary>
public static class ApiQuery
{
    private static readonly string[] Names =
    [
        "search",
        "path",
        "region",
        "status",
        "origin",
        "tier",
        "flag",
        "role",
        "period",
        "conflict",
        "below",
        "order",
    ];

    public static IndexFilter Filter(HttpContext context)
    {
        var query = context.Request.Query;
        return new IndexFilter
        {
            Search = query["search"],
            Path = query["path"],
            Region = query["region"],
            Status = query["status"],
            Origin = query["origin"],
            Tier = query["tier"],
            Flag = query["flag"],
            Role = query["role"],
            Period = query["period"],
            Conflict = query["conflict"] == "true",
            Below = decimal.TryParse(query["below"], NumberStyles.Number, CultureInfo.InvariantCulture, out var below)
                ? below
                : null,
            Order = query["order"].ToString() switch
            {
                "doubt" => IndexOrder.Doubt,
                "name" => IndexOrder.Name,
                _ => IndexOrder.Document,
            },
        };
    }

    /// <summary>The filter as a query string again, without the place in the list.</summary>
    public static string Text(HttpContext context) =>
        string.Join(
            '&',
            Names
                .Where(name => context.Request.Query[name].ToString().Length > 0)
                .Select(name => $"{name}={Uri.EscapeDataString(context.Request.Query[name].ToString())}")
        );

    /// <summary>A whole number from 0; whatever else was said is the default.</summary>
    public static int Number(HttpContext context, string name, int otherwise, int most) =>
        int.TryParse(context.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Min(number, most)
            : otherwise;
}
