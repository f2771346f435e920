using System.Text;
using PlanIngest.Model;
using PlanIngest.Records;

namespace PlanIngest.Tests.Corrections;

public class CorrectionSurvivalTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static readonly PaperPlan Plan = new([
        new PaperText("表1 东岭市床位与人员主要指标（2020—2025年）"),
        new PaperText("指标名称 | 2020年 | 2025年"),
        new PaperRow(1, "全市医院床位(张)", "表1", [1200, 1500]),
        new PaperRow(2, "乡镇卫生院床位", "表1", [310, 420]),
        new PaperRow(3, "护理床位", "表1", [96, 180]),
        new PaperText("上述指标由东岭市卫生健康部门逐年核定，并在次年三月底前公布完成情况。"),
    ]);

    [Fact]
    public void An_accepted_record_is_accepted_and_says_by_whom()
    {
        var record = Corrected(Plan, Accept(Plan, 1)).Extraction.Records[0];
        Assert.Equal(ReviewStatus.Accepted, record.Review!.Status);
        Assert.Equal("李", record.Review.By);
        Assert.Equal("2026-03-02T08:00:00Z", record.Review.At);
    }

    [Fact]
    public void A_changed_value_is_the_records_value_and_the_machines_is_kept_beside_it()
    {
        var result = Corrected(Plan, ChangeTarget(Plan, 1, 1600));
        var record = result.Extraction.Records[0];
        Assert.Equal(1600, record.Observations[1].Quantity.Value);
        Assert.Equal(ReviewStatus.Corrected, record.Review!.Status);
        Assert.Equal(
            """[{"id":"target-2025","quantity":{"kind":"number","comparator":"=","value":1500,"unit":"张"}}]""",
            record.Review.Machine["observations"]
        );
        Assert.Empty(result.Extraction.Findings);
    }

    [Fact]
    public void A_refused_record_stands_whole_among_the_rejected()
    {
        var result = Corrected(Plan, Line(Plan, 2, CorrectionAction.Reject)).Extraction;
        Assert.Equal(2, result.Records.Count);
        Assert.Equal(ReviewStatus.Rejected, Assert.Single(result.Rejected).Review!.Status);
    }

    [Fact]
    public void Without_corrections_nothing_is_touched()
    {
        var reading = Plan.Read();
        var result = reading.Correct(null);
        Assert.Equal(reading.Records, result.Extraction.Records);
        Assert.Null(result.Extraction.Corrections);
    }

    [Fact]
    public void The_latest_line_wins_whatever_the_order_in_the_file()
    {
        var first = ChangeTarget(Plan, 1, 1600);
        var later = ChangeTarget(Plan, 1, 1700) with { Id = "c-2", At = Morning.AddHours(1) };
        foreach (var lines in new[] { new[] { first, later }, [later, first] })
        {
            Assert.Equal(1700, Corrected(Plan, lines).Extraction.Records[0].Observations[1].Quantity.Value);
        }
    }

    [Fact]
    public void At_the_same_time_the_greater_id_wins()
    {
        var lines = new[]
        {
            ChangeTarget(Plan, 1, 1700) with
            {
                Id = "c-b",
            },
            ChangeTarget(Plan, 1, 1600) with
            {
                Id = "c-a",
            },
        };
        Assert.Equal(1700, Corrected(Plan, lines).Extraction.Records[0].Observations[1].Quantity.Value);
    }

    [Fact]
    public void An_undo_brings_back_what_was_and_an_undone_undo_does_not()
    {
        var change = ChangeTarget(Plan, 1, 1600);
        var undo = Undo("c-2", change.Id, 1);
        var redo = Undo("c-3", undo.Id, 2);
        Assert.Null(Corrected(Plan, change, undo).Extraction.Records[0].Review);
        Assert.Equal(1600, Corrected(Plan, change, undo, redo).Extraction.Records[0].Observations[1].Quantity.Value);
    }

    [Fact]
    public void A_line_torn_by_a_crash_is_a_finding_with_its_number_and_the_others_apply()
    {
        var good = CorrectionLine.Write(Accept(Plan, 1));
        byte[] file =
        [
            .. good,
            .. "\n"u8,
            .. good.AsSpan(0, 60),
            .. "\n"u8,
            .. CorrectionLine.Write(Accept(Plan, 2, "c-2")),
        ];
        var result = Plan.Read().Correct(file).Extraction;
        Assert.Equal(2, result.Records.Count(record => record.Review is not null));
        Assert.Contains("Line 2", Assert.Single(result.Findings).Message);
    }

    [Fact]
    public void It_survives_an_inserted_paragraph_and_a_moved_table()
    {
        var lines = new[] { Accept(Plan, 1), ChangeTarget(Plan, 3, 200, "c-2") };
        var inserted = Plan.Insert(0, new PaperText("第一章 发展基础")).Insert(4, new PaperText("（续表）"));
        AssertAll(inserted, OutcomeKind.Applied, lines);
        var moved = new PaperPlan([Plan.Parts[5], .. Plan.Parts.Take(5)]);
        AssertAll(moved, OutcomeKind.Applied, lines);
    }

    [Fact]
    public void It_survives_a_row_inserted_before_a_look_alike()
    {
        var twin = new PaperRow(9, "乡镇卫生院床位", "表1", [77, 88]);
        var result = Corrected(Plan.Insert(2, twin), ChangeTarget(Plan, 2, 430));
        Assert.Equal(OutcomeKind.Reanchored, Assert.Single(result.Outcomes).Kind);
        Assert.Equal(
            [88m, 1500m, 430m, 180m],
            result.Extraction.Records.Select(record => record.Observations[1].Quantity.Value)
        );
        Assert.Contains(result.Extraction.Findings, finding => finding.Code == "correction-reanchored");
    }

    [Fact]
    public void Among_identical_twins_that_cannot_be_told_apart_it_is_listed_not_applied()
    {
        var twin = new PaperRow(9, "护理床位", "表1", [96, 180]);
        var result = Corrected(Plan.Insert(4, twin), Line(Plan, 3, CorrectionAction.Reject));
        Assert.Equal(OutcomeKind.Orphaned, Assert.Single(result.Outcomes).Kind);
        Assert.Empty(result.Extraction.Rejected);
    }

    [Fact]
    public void It_follows_its_words_when_a_better_extractor_reads_another_name()
    {
        var result = Corrected(Plan with { Rules = 2 }, ChangeTarget(Plan, 1, 1600));
        Assert.Equal(OutcomeKind.Reanchored, Assert.Single(result.Outcomes).Kind);
        Assert.Equal(1600, result.Extraction.Records[0].Observations[1].Quantity.Value);
    }

    [Fact]
    public void It_follows_its_words_when_the_caption_is_worded_anew()
    {
        var renamed = Plan with
        {
            Parts = [.. Plan.Parts.Select(part => part is PaperRow row ? row with { Caption = "表1-1" } : part)],
        };
        AssertAll(renamed, OutcomeKind.Reanchored, Accept(Plan, 1), ChangeTarget(Plan, 3, 200, "c-2"));
    }

    [Fact]
    public void Where_the_source_changed_beneath_it_the_persons_value_stands_and_both_are_shown()
    {
        var changed = Plan.With(2, new PaperRow(1, "全市医院床位(张)", "表1", [1200, 1555]));
        var result = Corrected(changed, ChangeTarget(Plan, 1, 1600));
        Assert.Equal(OutcomeKind.Conflict, Assert.Single(result.Outcomes).Kind);
        Assert.Equal(1600, result.Extraction.Records[0].Observations[1].Quantity.Value);
        var finding = Assert.Single(result.Extraction.Findings);
        Assert.Contains("1500张", finding.Message);
        Assert.Contains("1555张", finding.Message);
    }

    [Fact]
    public void Where_the_new_source_says_what_the_person_said_there_is_no_conflict()
    {
        var changed = Plan.With(2, new PaperRow(1, "全市医院床位(张)", "表1", [1200, 1600]));
        Assert.Equal(OutcomeKind.Applied, Assert.Single(Corrected(changed, ChangeTarget(Plan, 1, 1600)).Outcomes).Kind);
    }

    [Fact]
    public void An_acceptance_does_not_stand_for_a_value_nobody_has_seen()
    {
        var changed = Plan.With(2, new PaperRow(1, "全市医院床位(张)", "表1", [1200, 1555]));
        var result = Corrected(changed, Accept(Plan, 1));
        Assert.Equal(OutcomeKind.Conflict, Assert.Single(result.Outcomes).Kind);
        Assert.Null(result.Extraction.Records[0].Review);
    }

    [Fact]
    public void A_record_that_is_gone_leaves_its_correction_listed_and_kept()
    {
        var result = Corrected(Plan.Without(4), ChangeTarget(Plan, 3, 200));
        Assert.Equal(OutcomeKind.Orphaned, Assert.Single(result.Outcomes).Kind);
        Assert.Equal("correction-orphaned", Assert.Single(result.Extraction.Findings).Code);
    }

    [Fact]
    public void A_look_alike_that_takes_the_place_and_the_id_is_never_corrected_in_silence()
    {
        var successor = Plan.With(2, new PaperRow(9, "全市医院床位(张)", "表1", [77, 88]));
        var rename = Line(Plan, 1, CorrectionAction.Change) with
        {
            Field = "responsible",
            Value = "\"医政科\"",
            Seen = SeenWords.Of(Plan.Read().Index(), 0, null, "responsible"),
        };
        Assert.Equal(OutcomeKind.Conflict, Assert.Single(Corrected(successor, rename).Outcomes).Kind);
    }

    [Fact]
    public void Where_the_value_moved_away_a_look_alike_in_its_place_is_not_taken_for_it()
    {
        var moved = Plan.With(2, new PaperRow(9, "全市医院床位(张)", "表1", [77, 88]))
            .Insert(5, new PaperRow(1, "全市医院床位(张)", "表1", [1200, 1555]));
        Assert.Equal(OutcomeKind.Orphaned, Assert.Single(Corrected(moved, ChangeTarget(Plan, 1, 1600)).Outcomes).Kind);
    }

    [Fact]
    public void It_is_not_moved_to_a_record_that_is_only_like_it()
    {
        var elsewhere = Plan.Without(4).Insert(0, new PaperRow(9, "护理床位", "附表", [96, 180]));
        Assert.Equal(OutcomeKind.Orphaned, Assert.Single(Corrected(elsewhere, Accept(Plan, 3)).Outcomes).Kind);
    }

    [Fact]
    public void An_added_record_stands_where_its_words_stand()
    {
        var added = AddedOver("三月底前公布");
        var moved = Plan.Insert(0, new PaperText("第一章 发展基础"));
        var result = Corrected(moved, added);
        var record = result.Extraction.Records[^1];
        Assert.Equal(ReviewStatus.Added, record.Review!.Status);
        Assert.Equal("三月", result.Extraction.Document.Read(record.Observations[0].Span));
        Assert.Equal(OutcomeKind.Orphaned, Assert.Single(Corrected(Plan.Without(5), added).Outcomes).Kind);
    }

    [Fact]
    public void An_added_record_can_be_changed_and_refused_like_any_other()
    {
        var added = AddedOver("三月底前公布");
        var rename = new Correction
        {
            Id = "c-2",
            Action = CorrectionAction.Change,
            Record = "a-1",
            Field = "name",
            Value = "\"公布月份\"",
            At = Morning.AddHours(1),
        };
        var renamed = Corrected(Plan, added, rename).Extraction.Records[^1];
        Assert.Equal("公布月份", renamed.Name);
        Assert.Equal(ReviewStatus.Added, renamed.Review!.Status);
        var reject = rename with { Id = "c-3", Action = CorrectionAction.Reject, Field = null, Value = null };
        Assert.Equal("a-1", Assert.Single(Corrected(Plan, added, reject).Extraction.Rejected).Id);
    }

    [Fact]
    public void A_refused_value_leaves_the_record_and_the_machines_reading_of_it_is_kept()
    {
        var line = Line(Plan, 1, CorrectionAction.Reject) with
        {
            Observation = "target-2025",
            Seen = SeenWords.Of(Plan.Read().Index(), 0, "target-2025", null),
        };
        var record = Corrected(Plan, line).Extraction.Records[0];
        Assert.Equal("baseline-2020", Assert.Single(record.Observations).Id);
        Assert.Contains("1500张", record.Review!.Machine["observations"]);
    }

    [Theory]
    [InlineData("""{"schema":"planingest/correction/1","id":"c-1","action":"accept","at":"2026-03-02T08:00:00Z"}""")]
    [InlineData(
        """{"schema":"planingest/correction/1","id":"c-1","action":"burn","record":"r-1","at":"2026-03-02T08:00:00Z"}"""
    )]
    [InlineData(
        """{"schema":"planingest/correction/1","id":"c-1","action":"accept","record":"r-1","at":"yesterday"}"""
    )]
    [InlineData(
        """{"schema":"planingest/correction/2","id":"c-1","action":"accept","record":"r-1","at":"2026-03-02T08:00:00Z"}"""
    )]
    [InlineData(
        """{"schema":"planingest/correction/1","id":"c-1","action":"change","record":"r-1","field":"nature","value":"often","at":"2026-03-02T08:00:00Z"}"""
    )]
    [InlineData(
        """{"schema":"planingest/correction/1","id":"c-1","action":"change","record":"r-1","field":"id","value":"r-2","at":"2026-03-02T08:00:00Z"}"""
    )]
    [InlineData("""{"schema":"planingest/correction/1","id":"c-1","action":"undo","at":"2026-03-02T08:00:00Z"}""")]
    [InlineData("""["planingest/correction/1"]""")]
    [InlineData("null")]
    public void A_line_that_is_no_correction_is_a_finding(string line)
    {
        var file = CorrectionsFile.Read(Encoding.UTF8.GetBytes(line))!;
        Assert.Empty(file.Lines);
        Assert.Equal("correction-unreadable", Assert.Single(file.Unreadable).Code);
    }

    [Fact]
    public void A_line_reads_back_as_it_was_written()
    {
        var line = ChangeTarget(Plan, 1, 1600) with { Note = "见 “表1”\n第二行" };
        var written = CorrectionLine.Write(line);
        Assert.DoesNotContain((byte)'\n', written);
        Assert.Equal(written, CorrectionLine.Write(CorrectionLine.Read(written, 1, out _)!));
    }

    private static Correction AddedOver(string words)
    {
        var document = Plan.Read().Document;
        var place = new Span(document.Text.IndexOf(words, StringComparison.Ordinal), words.Length);
        var record = new IndicatorRecord
        {
            Name = "公布时间",
            Origin = Origin.Prose,
            Tier = Tier.Count,
            Observations =
            [
                new Observation
                {
                    Role = Role.Actual,
                    Period = null,
                    Quantity = Quantity.Number(3, "月"),
                    Span = new Span(place.Start, 2),
                },
            ],
            Span = place,
            KeyWords = "",
        };
        return new Correction
        {
            Id = "c-1",
            Action = CorrectionAction.Add,
            Record = "a-1",
            Seen = SeenWords.Of(document, record),
            Value = AddedRecord.Json(record, document),
            At = Morning,
        };
    }

    private static CorrectedReading Corrected(PaperPlan plan, params Correction[] lines) =>
        plan.Read().Correct(FileOf(lines));

    private static byte[] FileOf(params Correction[] lines) =>
        [.. lines.SelectMany(line => CorrectionLine.Write(line).Append((byte)'\n'))];

    private static void AssertAll(PaperPlan plan, OutcomeKind kind, params Correction[] lines) =>
        Assert.All(Corrected(plan, lines).Outcomes, outcome => Assert.Equal(kind, outcome.Kind));

    private static Correction Line(PaperPlan plan, int statement, CorrectionAction action, string id = "c-1")
    {
        var reading = plan.Read();
        var at = reading.Statements.ToList().IndexOf(statement);
        return new Correction
        {
            Id = id,
            Action = action,
            Record = reading.Records[at].Id,
            Seen = SeenWords.Of(reading.Index(), at, null, null),
            By = "李",
            At = Morning,
        };
    }

    private static Correction Accept(PaperPlan plan, int statement, string id = "c-1") =>
        Line(plan, statement, CorrectionAction.Accept, id);

    private static Correction ChangeTarget(PaperPlan plan, int statement, int value, string id = "c-1")
    {
        var reading = plan.Read();
        var at = reading.Statements.ToList().IndexOf(statement);
        return Line(plan, statement, CorrectionAction.Change, id) with
        {
            Observation = "target-2025",
            Field = "quantity",
            Value = ContractValues.Json(Quantity.Number(value, "张")),
            Seen = SeenWords.Of(reading.Index(), at, "target-2025", "quantity"),
        };
    }

    private static Correction Undo(string id, string of, int hours) =>
        new()
        {
            Id = id,
            Action = CorrectionAction.Undo,
            Of = of,
            At = Morning.AddHours(hours),
        };
}
