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

/// <summary>The long form, run by the command in the README.</summary>
public sealed class LongFactAttribute : FactAttribute
{
    public static readonly bool IsLong = Environment.GetEnvironmentVariable("PLANINGEST_LONG") == "1";

    public LongFactAttribute()
    {
        if (!IsLong)
        {
            Skip = "long form: set PLANINGEST_LONG=1";
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
