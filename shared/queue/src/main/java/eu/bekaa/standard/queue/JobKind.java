package eu.bekaa.standard.queue;

import eu.bekaa.standard.kernel.Word;

/// What a job does. Each kind has one [JobWorker].
public enum JobKind {
    EXTRACT_AND_CHUNK,
    REPROCESS,
    PREPARE_EMBEDDING,
    SCF_IMPORT,
    RENDER_REPORT,
    EXPORT,
    AGENT_RUN,
    SPREAD_EVENT,
    WORKFLOW_STEP,
    CALL_WEBHOOK,
    SEND_EMAIL;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
