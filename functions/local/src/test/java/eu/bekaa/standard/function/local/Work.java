package eu.bekaa.standard.function.local;

import eu.bekaa.standard.queue.JobKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the platform does in the background, as a fault catches it.
enum Work {
    INGESTION(JobKind.EXTRACT_AND_CHUNK),
    EMBEDDINGS(JobKind.PREPARE_EMBEDDING),
    REPORTS(JobKind.RENDER_REPORT),
    IMPORT(JobKind.SCF_IMPORT),
    DELIVERIES(JobKind.SPREAD_EVENT, JobKind.CALL_WEBHOOK),
    WORKFLOW(JobKind.WORKFLOW_STEP);

    private final Set<JobKind> kinds;

    Work(JobKind... kinds) {
        this.kinds = EnumSet.copyOf(List.of(kinds));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param running kinds of jobs, as they are stored
    boolean among(List<String> running) {
        return kinds.stream().map(JobKind::toString).anyMatch(running::contains);
    }

    static List<Work> of(List<String> running) {
        return Arrays.stream(values()).filter(work -> work.among(running)).toList();
    }
}
