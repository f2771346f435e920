using System.Net.Sockets;
using System.Text;

namespace PlanIngest.Host.Watching;

/// <summary>
/// Tells systemd, where it started this process, that the service is ready, alive or stopping (the protocol of
/// sd_notify(3): a datagram to the socket it names). Elsewhere it does nothing.
/// </summary>
public sealed class ServiceManager
{
    private readonly string? socket = Environment.GetEnvironmentVariable("NOTIFY_SOCKET");

    public void Ready() => Tell("READY=1");

    public void Alive(string status) => Tell($"WATCHDOG=1\nSTATUS={status}");

    public void Stopping() => Tell("STOPPING=1");

    private void Tell(string message)
    {
        if (string.IsNullOrEmpty(socket))
        {
            return;
        }
        // an abstract socket's name begins with a zero byte, which systemd writes as @
        var address = socket[0] == '@' ? '\0' + socket[1..] : socket;
        using var sender = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        sender.SendTo(Encoding.UTF8.GetBytes(message), new UnixDomainSocketEndPoint(address));
    }
}
