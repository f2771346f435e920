namespace PlanIngest.FaultTests;

/// <summary>How much a fault test does: the short form, or the long one of the command in the README.</summary>
internal static class Form
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("PLANINGEST_LONG") == "1";

    public static int Of(int shortly, int atLength) => IsLong ? atLength : shortly;
}
