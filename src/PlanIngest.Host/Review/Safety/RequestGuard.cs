using System.Net;
using Microsoft.AspNetCore.Http;

namespace PlanIngest.Host.Review.Safety;

/// <summary>
/// Stands before every page and action: the host a browser calls must be ours (no rebinding), an action must come from
/// our own pages and carry their token, whoever must sign in has, and every answer forbids what it does not need.
/// </summary>
public sealed class RequestGuard(ReviewAccess access, Sessions sessions)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string Item = "planingest-visitor";

    /// <summary>Reachable before signing in.</summary>
    private static readonly string[] Open = ["/sign-in", "/assets/"];

    public static Visitor VisitorOf(HttpContext context) => (Visitor)context.Items[Item]!;

    public async Task Invoke(HttpContext context, RequestDelegate next)
    {
        WriteHeaders(context.Response.Headers);
        if (!access.IsOwnHost(context.Request.Host.Host))
        {
            await Refuse(context, HttpStatusCode.MisdirectedRequest, "This server does not go by that name.");
            return;
        }
        var visitor = Recognise(context);
        context.Items[Item] = visitor;
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            if (await WhyForeign(context, visitor) is { } why)
            {
                await Refuse(context, HttpStatusCode.Forbidden, why);
                return;
            }
        }
        if (
            access.DemandsSignIn
            && visitor.Name is null
            && !Open.Any(path => context.Request.Path.StartsWithSegments(path.TrimEnd('/')))
        )
        {
            await DemandSignIn(context);
            return;
        }
        await next(context);
    }

    /// <summary>Gives the browser a session under this name.</summary>
    public void SignIn(HttpContext context, string id, string name) =>
        context.Response.Cookies.Append(
            Sessions.Cookie,
            sessions.Seal(id, name),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                Path = "/",
                IsEssential = true,
            }
        );

    private Visitor Recognise(HttpContext context)
    {
        if (
            access.ProxyHeader is { } header
            && IsProxy(context)
            && context.Request.Headers[header].ToString() is { Length: > 0 } named
        )
        {
            return Known(context, sessions.Read(context.Request.Cookies[Sessions.Cookie])?.Id, named);
        }
        if (sessions.Read(context.Request.Cookies[Sessions.Cookie]) is var (id, name))
        {
            return new Visitor(id, name.Length == 0 ? null : name, sessions.TokenOf(id), HasSession: true);
        }
        return Known(context, null, null);
    }

    private Visitor Known(HttpContext context, string? id, string? name)
    {
        var hasSession = id is not null;
        id ??= Sessions.NewId();
        if (
            !hasSession
            && HttpMethods.IsGet(context.Request.Method)
            && !context.Request.Path.StartsWithSegments("/api")
        )
        {
            SignIn(context, id, name ?? "");
        }
        return new Visitor(id, name, sessions.TokenOf(id), hasSession);
    }

    private bool IsProxy(HttpContext context) =>
        IPAddress.TryParse(access.ProxyAddress, out var proxy)
        && context.Connection.RemoteIpAddress is { } remote
        && (remote.Equals(proxy) || (remote.IsIPv4MappedToIPv6 && remote.MapToIPv4().Equals(proxy)));

    /// <summary>Null for an action of our own pages, or of a program that no page in a browser can pretend to be.</summary>
    private async Task<string?> WhyForeign(HttpContext context, Visitor visitor)
    {
        var request = context.Request;
        var origin = request.Headers.Origin.ToString();
        if (
            origin.Length > 0
            && (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || from.Authority != request.Host.Value)
        )
        {
            return "The request comes from another site.";
        }
        if (request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none"))
        {
            return "The request comes from another site.";
        }
        var isBrowser = origin.Length > 0 || visitor.HasSession || request.Headers.ContainsKey("Sec-Fetch-Site");
        if (!isBrowser)
        {
            var type = request.ContentType ?? "";
            return
                type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)
                || type.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase)
                ? null
                : "Send application/json.";
        }
        var token = request.Headers[Sessions.TokenHeader].ToString();
        if (token.Length == 0 && request.HasFormContentType)
        {
            token = (await request.ReadFormAsync()).TryGetValue("token", out var field) ? field.ToString() : "";
        }
        return visitor.HasSession && sessions.IsToken(visitor.Session, token)
            ? null
            : "The page is out of date: load it again.";
    }

    private static async Task DemandSignIn(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            await Refuse(context, HttpStatusCode.Unauthorized, "Sign in first.");
            return;
        }
        context.Response.Redirect("/sign-in");
    }

    private static void WriteHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers.CacheControl = "no-store";
    }

    private static async Task Refuse(HttpContext context, HttpStatusCode code, string why)
    {
        context.Response.StatusCode = (int)code;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(why);
    }
}

/// <summary>
/// Who asks. <see cref="Name"/> is null before it was given; <see cref="HasSession"/>: the request itself brought the
/// session, so the browser has our pages.
/// </summary>
public sealed record Visitor(string Session, string? Name, string Token, bool HasSession);
