using System.Globalization;
using System.Text;
using PlanIngest.Model;
using PlanIngest.Tests.Readers;

namespace PlanIngest.Tests.Properties;

/// <summary>What holds of every reader and every text, tried on texts grown from a seed.</summary>
public class ReaderProperties
{
    private const int Seed = 20_261_123;

    private static readonly string[] Pieces =
    [
        .. "指标 2025年 床位数（张） 7.5 ≥95% — 预期性 1 2 3 序号 一、 （一） 第一章 专栏1 增减情况 -10% 到2025年，达到80岁。".Split(
            ' '
        ),
        .. "| || \t \n \n\n ** * ` [ ]( ) > # - + <table> </table> <tr> <td> </td> <b> </b> <td%rowspan=9> &ge; &# <!-- -->".Split(
            ' '
        ),
        .. "--- |---|---| │ ├─┼┤ \r\n \r \f ~~ $ \\ \u3000 \u00A0 \0 \uFFFD 😀 此页删除 <p> <div> <h1> <sup>2</sup> <li>".Split(
            ' '
        ),
        "    ",
        "  ",
        " ",
    ];

    public static TheoryData<string> Extensions => new(".txt", ".md", ".html");

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Any_text_is_read_without_exception_and_every_span_lies_in_it(string extension)
    {
        var random = new Random(Seed);
        for (var round = 0; round < 400; round++)
        {
            var document = Reading.Of("x" + extension, Grown(random));
            Assert.Equal(document.Text.Length, document.Shown.Length);
            foreach (var block in document.Blocks)
            {
                Assert.InRange(block.Span.Start, 0, document.Text.Length);
                Assert.InRange(block.Span.End, block.Span.Start, document.Text.Length);
            }
            AssertInOrder(document);
            Assert.All(document.Blocks.OfType<Table>(), table => AssertWhole(document, table));
        }
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Damaged_bytes_are_read_without_exception(string extension)
    {
        var random = new Random(Seed);
        for (var round = 0; round < 200; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(Grown(random));
            for (var hit = 0; hit < 1 + bytes.Length / 50; hit++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }
            Assert.NotNull(Reading.Of("x" + extension, bytes[..random.Next(1, bytes.Length + 1)]).Text);
        }
    }

    [Theory]
    [InlineData("pipes", ".txt")]
    [InlineData("pipes", ".md")]
    [InlineData("tabs", ".txt")]
    [InlineData("html", ".html")]
    [InlineData("html", ".md")]
    [InlineData("bare", ".txt")]
    [InlineData("pipe cells", ".txt")]
    [InlineData("tab cells", ".txt")]
    public void Planted_table_comes_back_cell_for_cell(string dialect, string extension)
    {
        var random = new Random(Seed);
        for (var round = 0; round < 40; round++)
        {
            var cells = Planted(random);
            var before = string.Concat(
                Enumerable.Repeat("各地区要加强组织领导，把目标任务落到实处。\n\n", random.Next(4))
            );
            var document = Reading.Of(
                "x" + extension,
                before + Written(dialect, cells) + "\n\n保障措施进一步落实到位。\n"
            );
            var table = Assert.Single(document.Blocks.OfType<Table>());
            Assert.Equal((cells.Length, cells[0].Length), (table.Rows, table.Columns));
            Assert.Equal(cells.SelectMany(row => row), table.Cells.Select(cell => document.Read(cell.Span)));
            AssertWhole(document, table);
        }
    }

    private static string[][] Planted(Random random)
    {
        var columns = random.Next(2, 6);
        var rows = random.Next(4, 30);
        var cells = new string[rows][];
        cells[0] = ["序号", "指标名称", .. Enumerable.Range(0, columns).Select(at => $"{2020 + at}年")];
        for (var row = 1; row < rows; row++)
        {
            cells[row] =
            [
                row.ToString(CultureInfo.InvariantCulture),
                "指标" + (char)('甲' + random.Next(20)) + "的比例（%）",
                .. Enumerable
                    .Range(0, columns)
                    .Select(_ =>
                        random.Next(10) == 0
                            ? "—"
                            : (random.Next(1000) / 10m).ToString("0.0", CultureInfo.InvariantCulture)
                    ),
            ];
        }
        return cells;
    }

    private static string Written(string dialect, string[][] cells) =>
        dialect switch
        {
            "pipes" => string.Join(
                '\n',
                cells
                    .Select(row => "| " + string.Join(" | ", row) + " |")
                    .Prepend("")
                    .Take(2)
                    .Append("|" + string.Concat(cells[0].Select(_ => "---|")))
                    .Concat(cells.Skip(1).Select(row => "| " + string.Join(" | ", row) + " |"))
            ),
            "tabs" => string.Join('\n', cells.Select(row => string.Join('\t', row))),
            "html" => "<table border=\"1\">"
                + string.Concat(
                    cells.Select(row => "<tr>" + string.Concat(row.Select(cell => $"<td>{cell}</td>")) + "</tr>")
                )
                + "</table>",
            "bare" => string.Join("\n\n", cells.SelectMany(row => row)),
            "pipe cells" => string.Join('\n', cells.Select(row => string.Join(" |\n", row) + " | |")),
            "tab cells" => string.Join("\n\n", cells.Select(row => "\t" + string.Join("\n\t", row))),
            _ => throw new ArgumentOutOfRangeException(nameof(dialect)),
        };

    private static string Grown(Random random)
    {
        var text = new StringBuilder();
        for (var count = random.Next(1, 120); count > 0; count--)
        {
            text.Append(Pieces[random.Next(Pieces.Length)].Replace('%', ' '));
        }
        return text.ToString();
    }

    private static void AssertInOrder(Document document)
    {
        var last = 0;
        foreach (var block in document.Blocks)
        {
            Assert.True(block.Span.Start >= last, "blocks overlap");
            last = block.Span.End;
        }
    }

    /// <summary>Every place of the grid is covered by exactly one cell, cells are in order and lie in the text.</summary>
    private static void AssertWhole(Document document, Table table)
    {
        var covered = new int[table.Rows, table.Columns];
        var last = (Row: -1, Column: -1);
        foreach (var cell in table.Cells)
        {
            Assert.True(cell.Row > last.Row || cell.Row == last.Row && cell.Column > last.Column, "cells out of order");
            last = (cell.Row, cell.Column);
            Assert.InRange(cell.Span.Start, 0, document.Text.Length);
            Assert.InRange(cell.Span.End, cell.Span.Start, document.Text.Length);
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            {
                for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                {
                    covered[row, column]++;
                }
            }
        }
        Assert.All(covered.Cast<int>(), count => Assert.Equal(1, count));
    }
}
