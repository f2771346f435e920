namespace PlanIngest.Records;

/// <summary>How names are told apart when confidence is counted, and what is assumed before anything is counted.</summary>
internal sealed record ConfidenceSettings
{
    public static readonly ConfidenceSettings Default = new();

    /// <summary>Longer names hold a clause more often than a noun.</summary>
    public int LongName { get; init; } = 22;

    /// <summary>Shorter names (进口, 面积) have lost what they are of.</summary>
    public int ShortName { get; init; } = 3;

    /// <summary>率, 比重, 面积, 收入, 寿命 …: the last characters of nouns of measure.</summary>
    public string MeasureEndings { get; init; } = "率数比例重平额量值积程入命模资力系期占度龄产";

    /// <summary>Of a kind nobody counted eight in ten are taken to be right, with the weight of four observations.</summary>
    public decimal Share { get; init; } = 0.8m;
    public int Weight { get; init; } = 4;

    public int Decimals { get; init; } = 2;
}
