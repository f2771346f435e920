namespace PlanIngest.Quantities;

/// <summary>How a number is written.</summary>
internal enum NumeralStyle : byte
{
    Digits,

    /// <summary>三十五, 叁佰贰拾.</summary>
    Chinese,

    /// <summary>百, 千万: a multiplier alone, a number only where its words say so (近千万人次).</summary>
    MultiplierAlone,
}

/// <summary>
/// A number as written, up to but without its unit: 1,328.86 with the multiplier 亿, 三十五, 百分之九十五.
/// <see cref="Value"/> is without <see cref="Scale"/>, so that 5至8万人 can share it.
/// </summary>
internal readonly record struct Numeral(decimal Value, int End)
{
    /// <summary>Of 三五, 十七八: the upper of the two.</summary>
    public decimal? High { get; init; }
    public decimal Scale { get; init; } = 1;
    public NumeralStyle Style { get; init; }
    public bool HasPoint { get; init; }

    /// <summary>余, 多, 几 stood in it.</summary>
    public bool More { get; init; }

    /// <summary>Its digits stood apart or its point is no point.</summary>
    public bool Suspect { get; init; }

    /// <summary>Of 百分之…, 万分之…: %, ‰, /万, /10万; null otherwise.</summary>
    public string? RateUnit { get; init; }

    /// <summary>Of 三分之二, 1/3.</summary>
    public bool IsFraction { get; init; }

    /// <summary>How many digits it is written with.</summary>
    public int Digits { get; init; }
}
