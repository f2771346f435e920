using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PlanIngest.Host.Review.Pages;
using PlanIngest.Host.Review.Safety;

namespace PlanIngest.Host.Review;

/// <summary>Asking who somebody is: once for a name where nobody signs in, else with a password.</summary>
public static class SignInPages
{
    private const int LongestName = 60;

    /// <summary>Checking a password is slow on purpose; a flood of guesses must not take the processors.</summary>
    private static readonly SemaphoreSlim AtOnce = new(1);

    public static void Map(WebApplication app, ReviewServices services)
    {
        app.MapGet("/name", context => Ask(context, "/name", withPassword: false, wrong: false));
        app.MapPost("/name", context => Name(context, services));
        app.MapGet("/sign-in", context => Ask(context, "/sign-in", withPassword: true, wrong: false));
        app.MapPost("/sign-in", context => SignIn(context, services));
    }

    private static Task Ask(HttpContext context, string action, bool withPassword, bool wrong)
    {
        var visitor = RequestGuard.VisitorOf(context);
        var words = ReviewEndpoints.WordsFor(context);
        var html = new HtmlWriter();
        new PageFrame(words, null, visitor.Token).Begin(html, words["who"], "sign-in");
        html.Write(
            $"<main id=\"main\"><h1>{words["who"]}</h1><p>{words[withPassword ? "sign in why" : "name why"]}</p><form method=\"post\" action=\"{action}\" class=\"ask\">"
        );
        html.Write(
            $"<input type=\"hidden\" name=\"token\" value=\"{visitor.Token}\"><input type=\"hidden\" name=\"to\" value=\"{OwnPath(context.Request.Query["to"])}\">"
        );
        html.Write(
            $"<label>{words["name"]}<input name=\"name\" value=\"{visitor.Name}\" required maxlength=\"{LongestName}\" autocomplete=\"username\" autofocus></label>"
        );
        if (withPassword)
        {
            html.Write(
                $"<label>{words["password"]}<input type=\"password\" name=\"password\" required autocomplete=\"current-password\"></label>"
            );
        }
        if (wrong)
        {
            html.Write($"<p class=\"error\" role=\"alert\">{words["wrong password"]}</p>");
        }
        html.Write($"<button>{words["go on"]}</button></form></main></body></html>");
        return ReviewEndpoints.Send(context, html);
    }

    private static async Task Name(HttpContext context, ReviewServices services)
    {
        var form = await context.Request.ReadFormAsync();
        var name = Clean(form["name"].ToString());
        if (services.Settings.Access.DemandsSignIn || name.Length == 0)
        {
            context.Response.Redirect(services.Settings.Access.DemandsSignIn ? "/sign-in" : "/name");
            return;
        }
        services.Guard.SignIn(context, RequestGuard.VisitorOf(context).Session, name);
        context.Response.Redirect(OwnPath(form["to"]));
    }

    private static async Task SignIn(HttpContext context, ReviewServices services)
    {
        var form = await context.Request.ReadFormAsync();
        var name = Clean(form["name"].ToString());
        var isKnown = false;
        if (services.Settings.Access.Users is { } users)
        {
            await AtOnce.WaitAsync(context.RequestAborted);
            try
            {
                isKnown = new UserFile(users).Knows(name, form["password"].ToString());
            }
            finally
            {
                AtOnce.Release();
            }
        }
        if (!isKnown)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await Ask(context, "/sign-in", withPassword: true, wrong: true);
            return;
        }
        // A new session: one that somebody planted before signing in is worth nothing after.
        services.Guard.SignIn(context, Sessions.NewId(), name);
        context.Response.Redirect(OwnPath(form["to"]));
    }

    /// <summary>Only ever a page of ours.</summary>
    private static string OwnPath(string? to) =>
        to is { Length: > 1 } && to[0] == '/' && to[1] is not ('/' or '\\') && !to.Any(char.IsControl) ? to : "/";

    private static string Clean(string name)
    {
        var plain = string.Concat(name.Where(c => !char.IsControl(c))).Trim();
        return plain.Length > LongestName ? plain[..LongestName] : plain;
    }
}
