using System.Net;

namespace PlanIngest.Host.Review.Safety;

/// <summary>
/// How people are let in. Nobody signs in while only this machine can reach the pages; to listen anywhere else takes a
/// file of users, or a proxy before it that names them in a header.
/// </summary>
public sealed record ReviewAccess
{
    /// <summary>File of users; null for none.</summary>
    public string? Users { get; init; }

    /// <summary>Header in which a trusted proxy names the user, and the proxy's address; null for none.</summary>
    public string? ProxyHeader { get; init; }
    public string? ProxyAddress { get; init; }

    /// <summary>Names by which browsers may call this server, besides those of the loopback.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    public bool DemandsSignIn => Users is not null || ProxyHeader is not null;

    /// <summary>Why it may not start so; null when it may.</summary>
    public string? Complaint(string urls)
    {
        if (Users is { } file && !File.Exists(file))
        {
            return $"Setting 'Users' is '{file}', which is not there; make it with the command 'user'.";
        }
        if (ProxyHeader is not null && !IPAddress.TryParse(ProxyAddress, out _))
        {
            return "Setting 'ProxyHeader' needs 'ProxyAddress': the address of the proxy that may set it.";
        }
        var open = urls.Split(';', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(url => !IsLoopback(url));
        if (open is null)
        {
            return null;
        }
        if (!DemandsSignIn)
        {
            return $"'{open}' can be reached from other machines. Set 'Users' (a file of users with hashed passwords) or "
                + "'ProxyHeader' and 'ProxyAddress' (a proxy that signs people in), or listen on 127.0.0.1.";
        }
        return Hosts.Count > 0
            ? null
            : $"'{open}' can be reached from other machines: set 'Hosts' to the names browsers call this server by.";
    }

    public bool IsOwnHost(string host) =>
        host is "localhost" or "127.0.0.1" or "[::1]" || Hosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(
            url.Replace("*", "0.0.0.0", StringComparison.Ordinal).Replace("+", "0.0.0.0", StringComparison.Ordinal),
            UriKind.Absolute,
            out var address
        ) && address.IsLoopback;
}
