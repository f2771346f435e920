using System.Security.Cryptography;
using System.Text;

namespace PlanIngest.Host.Review.Safety;

/// <summary>
/// Who sits before a browser, in a cookie sealed with a key of this run: after a restart everybody signs in again.
/// The token that every action carries is made of the session and cannot be guessed from outside.
/// </summary>
public sealed class Sessions
{
    public const string Cookie = "planingest-session";
    public const string TokenHeader = "X-Token";

    private static readonly TimeSpan Lasting = TimeSpan.FromHours(12);

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly TimeProvider time;

    public Sessions(TimeProvider time) => this.time = time;

    /// <summary>Session id and reviewer's name (empty: not asked yet) of a sealed cookie; null for none or a forged one.</summary>
    public (string Id, string Name)? Read(string? cookie)
    {
        if (cookie?.Split('.') is not [var body, var seal] || !IsSealed(body, seal))
        {
            return null;
        }
        var parts = Encoding.UTF8.GetString(Base64Url(body)).Split('\n');
        return
            parts is [var id, var until, var name]
            && long.TryParse(until, out var ticks)
            && ticks > time.GetUtcNow().UtcTicks
            ? (id, name)
            : null;
    }

    public string Seal(string id, string name)
    {
        var until = (time.GetUtcNow() + Lasting).UtcTicks;
        var body = Text(Encoding.UTF8.GetBytes($"{id}\n{until}\n{name.ReplaceLineEndings(" ")}"));
        return $"{body}.{Text(Mac(body))}";
    }

    public static string NewId() => Text(RandomNumberGenerator.GetBytes(16));

    public string TokenOf(string id) => Text(Mac("token " + id));

    public bool IsToken(string id, string? token) =>
        token is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(TokenOf(id)));

    private bool IsSealed(string body, string seal) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(seal), Encoding.UTF8.GetBytes(Text(Mac(body))));

    private byte[] Mac(string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Text(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static byte[] Base64Url(string text)
    {
        var padded = text.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(padded.PadRight((padded.Length + 3) / 4 * 4, '='));
    }
}
