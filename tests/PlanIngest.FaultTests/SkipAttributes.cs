namespace PlanIngest.FaultTests;

/// <summary>Mounts and user namespaces of its own are a matter of root on Linux.</summary>
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            Skip = "needs root on Linux: it mounts a small disk, or runs the service as another user";
        }
    }
}

/// <summary>Whether systemd likes its unit file only systemd can say.</summary>
public sealed class SystemdFactAttribute : FactAttribute
{
    public SystemdFactAttribute()
    {
        if (!File.Exists("/usr/bin/systemd-analyze"))
        {
            Skip = "systemd-analyze is not installed";
        }
    }
}
