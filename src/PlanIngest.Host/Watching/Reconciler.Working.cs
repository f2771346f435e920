using PlanIngest.Host.Reading;
using PlanIngest.Outputs;

namespace PlanIngest.Host.Watching;

/// <content>Handing documents to readers, and what becomes of them.</content>
public sealed partial class Reconciler
{
    /// <summary>Small documents handed to a reader together: what the handing over costs is shared by them.</summary>
    private const int MostTogether = 8;

    /// <summary>Documents of this size together take some tenths of a second; none is to wait longer for its mates.</summary>
    private const long BytesTogether = 256 << 10;

    private void Dispatch()
    {
        while (idle.Count > 0 && pausedUntil <= time.GetTimestamp() && Next() is { Count: > 0 } jobs)
        {
            var slot = idle.Pop();
            _ = Task.Run(() => Read(slot, jobs));
            if (pauses > 0)
            {
                // one document tries whether outputs can be written again
                pausedUntil = long.MaxValue;
            }
        }
    }

    /// <summary>The documents to hand over next: several small ones where many wait, so that each reader has some.</summary>
    private List<DocumentJob> Next()
    {
        var most = pauses > 0 ? 1 : Math.Clamp(queue.SmallOnes / (2 * readers.Length), 1, MostTogether);
        var jobs = new List<DocumentJob>(most);
        long bytes = 0;
        while (
            jobs.Count < most
            && bytes < BytesTogether
            && (jobs.Count == 0 ? queue.TryTake(out var path) : queue.TryTakeSmall(out path))
        )
        {
            if (ledger.Find(path) is { State: DocumentState.Waiting, Due: 0 } known)
            {
                jobs.Add(Begin(known));
                bytes += known.Stamp.Size;
            }
        }
        return jobs;
    }

    private DocumentJob Begin(DocumentStatus known)
    {
        ledger.Put(
            known with
            {
                State = DocumentState.Running,
                Why = null,
                Forced = false,
                Corrections = FileStamp.Of(CorrectionsOf(known.Path)),
            }
        );
        queue.Started(known.Stamp.Size);
        metrics.Waited(time.GetElapsedTime(known.Since).TotalSeconds);
        return new DocumentJob(known.Path, FileOf(known.Path))
        {
            Stamp = known.Stamp,
            KnownSha256 = known.Forced ? null : known.Sha256,
            KnownCorrections = known.CorrectionsSha256,
            IsSuspect = known.Deaths > 0,
        };
    }

    private async Task Read(int slot, List<DocumentJob> jobs)
    {
        var open = new Queue<DocumentJob>(jobs);
        try
        {
            await readers[slot].Read(jobs, (_, outcome) => mailbox.Tell(open.Dequeue(), outcome));
        }
        catch (Exception exception)
        {
            IngestLog.Bug(log, exception);
            var died = new DocumentOutcome(OutcomeKind.Died)
            {
                Error = "worker-died",
                Message = exception.GetType().Name,
            };
            foreach (var job in open)
            {
                mailbox.Tell(job, job == open.Peek() ? died : null);
            }
        }
        mailbox.TellFree(slot);
    }

    private void Conclude(MailboxContent content)
    {
        foreach (var (job, outcome) in content.Outcomes)
        {
            queue.Ended(job.Stamp!.Value.Size);
            if (outcome is not null)
            {
                Conclude(job, outcome);
            }
            else if (ledger.Find(job.Path) is { State: DocumentState.Running } known)
            {
                PutBack(known, job);
            }
        }
        foreach (var slot in content.Freed)
        {
            idle.Push(slot);
        }
    }

    /// <summary>Its reader ended before its turn came: it waits again, as it did.</summary>
    private void PutBack(DocumentStatus known, DocumentJob job)
    {
        ledger.Put(
            known with
            {
                State = DocumentState.Waiting,
                Due = 0,
                Why = "queued",
                Touched = false,
                Forced = known.Forced || job.KnownSha256 != known.Sha256,
            }
        );
        queue.Ready(known.Path, known.Stamp.Size);
        if (known.Touched)
        {
            Observe(known.Path, Hint.Touched);
        }
    }

    private void Conclude(DocumentJob job, DocumentOutcome outcome)
    {
        metrics.Count(outcome);
        Resume(outcome);
        if (ledger.Find(job.Path) is not { State: DocumentState.Running } known)
        {
            return;
        }
        switch (outcome.Kind)
        {
            case OutcomeKind.Written:
                Written(known, outcome);
                break;
            case OutcomeKind.Unchanged:
                var head = OutputHead.Read(Path.Combine(settings.Extracted, job.Path + ".json"));
                Settle(known, outcome with { Error = head?.Error, Message = head?.Message });
                break;
            case OutcomeKind.Changed:
                Await(job.Path, known.Stamp, known, Hint.Touched, settings.Settle);
                break;
            case OutcomeKind.Gone:
                ledger.Remove(job.Path);
                scanWanted = true;
                if (known.Touched)
                {
                    Observe(job.Path, Hint.Touched);
                }
                break;
            case OutcomeKind.Died when known.Deaths + 1 >= MostDeaths:
                Refuse(known with { Deaths = known.Deaths + 1 }, outcome);
                break;
            default:
                Fail(known, outcome);
                break;
        }
    }

    private void Written(DocumentStatus known, DocumentOutcome outcome)
    {
        if (attempts.Remove(known.Path))
        {
            attemptsChanged = true;
        }
        ledger.SayOutputChanged(known.Path);
        progress.Count();
        var milliseconds = (long)((outcome.ReadSeconds + outcome.ExtractSeconds + outcome.WriteSeconds) * 1000);
        IngestLog.Done(log, known.Path, outcome.Records, outcome.Findings.Values.Sum(), milliseconds);
        Settle(known, outcome);
    }

    /// <summary>The output in place is that of the bytes and corrections read.</summary>
    private void Settle(DocumentStatus known, DocumentOutcome outcome)
    {
        var verdict = Verdict.Of(outcome.Error);
        if (verdict == DocumentState.Failed)
        {
            Fail(known, outcome);
            return;
        }
        ledger.Put(
            known with
            {
                State = verdict,
                Code = outcome.Error,
                Why = outcome.Error is null ? null : outcome.Message,
                Tries = 0,
                Deaths = 0,
                Touched = false,
                Sha256 = outcome.Sha256,
                CorrectionsSha256 = outcome.Corrections,
                Records = outcome.Kind == OutcomeKind.Written ? outcome.Records : known.Records,
                Conflicts = outcome.Kind == OutcomeKind.Written ? outcome.Conflicts : known.Conflicts,
            }
        );
        if (verdict == DocumentState.Refused && outcome.Kind == OutcomeKind.Written)
        {
            IngestLog.Refused(log, known.Path, outcome.Message ?? "");
        }
        if (known.Touched || known.Forced)
        {
            Observe(known.Path, known.Forced ? Hint.Reread : Hint.Touched);
        }
    }

    private void Fail(DocumentStatus known, DocumentOutcome outcome)
    {
        var tries = known.Tries + 1;
        var deaths = known.Deaths + (outcome.Kind == OutcomeKind.Died ? 1 : 0);
        var pause = Backoff.After(tries);
        var due = After(pause);
        ledger.Put(
            known with
            {
                State = DocumentState.Failed,
                Code = outcome.Error,
                Why = outcome.Message,
                Again = time.GetUtcNow() + pause,
                Tries = tries,
                Deaths = deaths,
                Due = due,
                Since = time.GetTimestamp(),
                Touched = false,
                Sha256 = null,
            }
        );
        queue.Wait(known.Path, due);
        Remember(known with { Tries = tries, Deaths = deaths }, outcome);
        IngestLog.Failed(log, known.Path, pause.TotalSeconds, outcome.Message ?? "");
        if (known.Touched)
        {
            Observe(known.Path, Hint.Touched);
        }
    }

    private void Remember(DocumentStatus known, DocumentOutcome outcome)
    {
        attempts[known.Path] = new StateFiles.Attempts(known.Stamp, known.Tries, known.Deaths, outcome.Message);
        attemptsChanged = true;
        SaveAttempts(now: outcome.Kind == OutcomeKind.Died);
    }

    /// <summary>A document that killed its process twice: its output says so, written here, where it cannot kill.</summary>
    private void Refuse(DocumentStatus known, DocumentOutcome outcome)
    {
        if (outcome.Sha256 is not { } sha256)
        {
            // not even its bytes could be read: such a file has no output
            Remember(known with { Tries = known.Tries + 1 }, outcome);
            ledger.Put(known with { State = DocumentState.Refused, Code = outcome.Error, Why = outcome.Message });
            IngestLog.Refused(log, known.Path, outcome.Message ?? "");
            return;
        }
        var refusal = RefusedDocument.Of(
            known.Path,
            sha256,
            known.Stamp.Size,
            outcome.Error!,
            $"{outcome.Message} It was tried {MostDeaths} times."
        );
        try
        {
            AtomicFile.Write(
                Path.Combine(settings.Extracted, known.Path + ".json"),
                stream => JsonOutput.Write(refusal, stream)
            );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Fail(known, new(OutcomeKind.OutputTrouble) { Message = DiskWords.Of(exception) });
            return;
        }
        var written = new DocumentOutcome(OutcomeKind.Written)
        {
            Error = outcome.Error,
            Message = outcome.Message,
            Sha256 = sha256,
            Findings = new Dictionary<string, int> { [outcome.Error!] = 1 },
        };
        Written(known, written);
    }

    /// <summary>
    /// Trouble with writing is not the document's: all wait, with growing pauses in which one of them tries.
    /// </summary>
    private void Resume(DocumentOutcome outcome)
    {
        if (outcome.Kind == OutcomeKind.OutputTrouble)
        {
            // of those that were under way together the first has said it
            pauses += pausedUntil is 0 or long.MaxValue ? 1 : 0;
            pausedUntil = After(Min(Backoff.After(pauses), TimeSpan.FromSeconds(10)));
            Raise(Trouble.Output, $"Outputs cannot be written to {settings.Extracted}: {outcome.Message}");
        }
        else if (outcome.Kind == OutcomeKind.Written && pauses > 0)
        {
            pauses = 0;
            pausedUntil = 0;
            Clear(Trouble.Output, "outputs can be written");
        }
        else if (pauses > 0 && pausedUntil == long.MaxValue)
        {
            pausedUntil = 0;
        }
    }

    private void SaveAttempts(bool now)
    {
        if (!attemptsChanged || (!now && time.GetElapsedTime(attemptsSaved) < TimeSpan.FromSeconds(1)))
        {
            return;
        }
        attemptsSaved = time.GetTimestamp();
        try
        {
            state.WriteAttempts(attempts);
            attemptsChanged = false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Raise(Trouble.Output, $"The state cannot be written to {state.Folder}: {DiskWords.Of(exception)}");
        }
    }

    private void Raise(Trouble trouble, string line)
    {
        if (conditions.Raise(trouble, line))
        {
            IngestLog.Trouble(log, line);
        }
    }

    private void Clear(Trouble trouble, string? line)
    {
        if (conditions.Clear(trouble) && line is not null)
        {
            IngestLog.Recovered(log, line);
        }
    }
}
