namespace PlanIngest.Records;

/// <summary>How names are told apart when confidence is learnt.</summary>
internal sealed record ConfidenceSettings
{
    public static readonly ConfidenceSettings Default = new();

    /// <summary>Shorter names (进口, 面积) have lost what they are of.</summary>
    public int TinyName { get; init; } = 3;

    /// <summary>Shorter names (工业产值) may have lost a part of it.</summary>
    public int ShortName { get; init; } = 5;

    /// <summary>Longer names hold a clause more often than a noun.</summary>
    public int LongName { get; init; } = 17;
    public int VeryLongName { get; init; } = 25;

    /// <summary>Characters between a name and its value; more, and another name may stand between them.</summary>
    public int FarName { get; init; } = 10;

    /// <summary>率, 比重, 面积, 收入, 寿命 …: the last characters of nouns of measure.</summary>
    public string MeasureEndings { get; init; } = "率数比例重平额量值积程入命模资力系期占度龄产";

    public int Decimals { get; init; } = 2;
}
