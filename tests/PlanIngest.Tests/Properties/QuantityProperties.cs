using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PlanIngest.Model;
using PlanIngest.Quantities;

namespace PlanIngest.Tests.Properties;

public class QuantityProperties
{
    private const string Digits = "零一二三四五六七八九";
    private static readonly string[] Places = ["", "十", "百", "千"];

    [Fact]
    public void Chinese_numeral_reads_back_as_its_number() =>
        Prop.ForAll(
                Gen.Choose(1, 999_999_999).ToArbitrary(),
                number =>
                {
                    var phrase = $"增加到{Chinese(number)}人";
                    var found = Assert.Single(QuantityReader.FindAll(phrase, new Span(0, phrase.Length)));
                    // 一人 is as often an article as a count, and 二人 a pair.
                    Assert.Equal(number, found.Quantity.Value);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Number_in_digits_reads_back_in_every_way_of_writing_it() =>
        Prop.ForAll(
                Gen.Choose(1000, 99_999_999).ToArbitrary(),
                number =>
                {
                    foreach (
                        var digits in (string[])
                            [
                                number.ToString(CultureInfo.InvariantCulture),
                                number.ToString("N0", CultureInfo.InvariantCulture),
                                FullWidth(number.ToString(CultureInfo.InvariantCulture)),
                                number.ToString("N0", CultureInfo.InvariantCulture).Replace(',', ' '),
                            ]
                    )
                    {
                        var cell = $"{digits}亩";
                        var found = Assert.Single(QuantityReader.ReadCell(cell, new Span(0, cell.Length)));
                        Assert.Equal(Quantity.Number(number, "亩"), found.Quantity);
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Phrase_planted_in_a_text_is_found_at_its_span()
    {
        string[] before =
        [
            "全市森林覆盖率",
            "（三）农业。到2025年，灌溉水利用系数",
            "按照“1+12+N”体系，空气优良率",
            "\n　　",
        ];
        string[] leads = ["", "达到", "提高到", "稳定在"];
        string[] phrases =
        [
            "不低于{0}%",
            "{0}%以上",
            "约{0}万亩",
            "{0}个百分点左右",
            "超过{0}万人次",
            "比2020年下降{0}%",
            "{0}余家",
        ];
        string[] behind = ["。", "，居全省第3位。", "；第十二条规定", "（5G网络）"];
        var sentences =
            from number in Gen.Choose(2, 9999)
            from head in Gen.Elements(before)
            from lead in Gen.Elements(leads)
            from phrase in Gen.Elements(phrases)
            from tail in Gen.Elements(behind)
            select (head, lead, phrase: string.Format(CultureInfo.InvariantCulture, phrase, number), tail);
        Prop.ForAll(
                sentences.ToArbitrary(),
                sentence =>
                {
                    var text = $"{sentence.head}{sentence.lead}{sentence.phrase}{sentence.tail}";
                    var found = Assert.Single(QuantityReader.FindAll(text, new Span(0, text.Length)));
                    Assert.Equal(sentence.phrase, text.Substring(found.Span.Start, found.Span.Length));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_characters_at_all_are_read_without_failing_and_spans_stay_in_order()
    {
        var letters =
            "0123456789.,，％%万亿千百十两半〇廿成倍番级类年月第到至—-~达约近余多以上下（）《》“”/·×不低于比增长分之 \n\0个人元";
        var texts = Gen.Elements(letters.ToCharArray()).ArrayOf(60).Select(all => new string(all));
        Prop.ForAll(
                texts.ToArbitrary(),
                text =>
                {
                    var end = 0;
                    foreach (var mention in QuantityReader.FindAll(text, new Span(0, text.Length)))
                    {
                        Assert.True(mention.Span.Start >= end && mention.Span.Length > 0, text);
                        end = mention.Span.End;
                    }
                    Assert.True(end <= text.Length, text);
                    QuantityReader.ReadCell(text, new Span(0, text.Length));
                    QuantityReader.ReadUnit(text);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Theory]
    [InlineData("亿亿亿亿亿亿亿亿亿人")]
    [InlineData("99999999999999999999999999999999999999人")]
    [InlineData("999999999999999999万亿亿元")]
    [InlineData("百分之九十九亿亿亿亿亿")]
    [InlineData("1.0000000000000000000000000000000001%")]
    public void Number_too_great_to_hold_is_no_quantity(string phrase)
    {
        Assert.Empty(QuantityReader.FindAll(phrase, new Span(0, phrase.Length)));
        QuantityReader.ReadCell(phrase, new Span(0, phrase.Length));
    }

    private static string FullWidth(string digits) => string.Concat(digits.Select(c => (char)(c + 0xFEE0)));

    private static string Chinese(int number)
    {
        var words = "";
        (int Size, string Name)[] sections = [(100_000_000, "亿"), (10_000, "万"), (1, "")];
        var rest = number;
        foreach (var (size, name) in sections)
        {
            var section = rest / size;
            rest %= size;
            if (section == 0)
            {
                continue;
            }
            var gap = words.Length > 0 && section < 1000 ? "零" : "";
            words += gap + Section(section) + name;
        }
        return words;
    }

    private static string Section(int number)
    {
        var words = "";
        var zero = false;
        for (var place = 3; place >= 0; place--)
        {
            var digit = number / (int)Math.Pow(10, place) % 10;
            if (digit == 0)
            {
                zero = words.Length > 0;
                continue;
            }
            words += $"{(zero ? "零" : "")}{Digits[digit]}{Places[place]}";
            zero = false;
        }
        return words;
    }
}
