package eu.bekaa.standard.queue;

import eu.bekaa.standard.kernel.Caller;

/// Does one kind of job. Found as a bean by the function that consumes the kind's queue.
public interface JobWorker {
    JobKind kind();

    /// Does the work, outside any transaction, and ends with [Lease#complete] or [Lease#skip]. May run again after a
    /// crash or beside a late duplicate: only what happens inside `complete` counts, and that happens once.
    /// @throws JobFailure for good: the same work would fail again
    /// @throws Exception  to be tried again with back-off, five times in all
    void work(Lease lease) throws Exception;

    /// The job has failed for good; runs in the transaction that marks it so.
    /// @param reason fit to be shown
    void failed(Caller caller, Job job, String reason);
}
