package eu.bekaa.standard.assurance.gap;

import eu.bekaa.standard.kernel.Word;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether an assessment's approved gap analysis lets it pass (STD-36).
/// @param gateId          of this evaluation
/// @param findingsSummary findings by severity
@Serdeable
public record ComplianceGate(
        UUID gateId,
        UUID assessmentId,
        @Nullable UUID frameworkId,
        GateStatus status,
        long criticalFindings,
        long highFindings,
        long totalFindings,
        @Nullable UUID gapAnalysisVersionId,
        Map<Severity, Long> findingsSummary,
        Instant checkedAt) {
    private static final long MOST_HIGH_FINDINGS = 3;

    /// The verdict, worst reason first.
    public enum GateStatus {
        PASS,
        FAIL,
        /// Nothing has been approved that could be judged.
        NO_DATA;

        static GateStatus of(long critical, long high) {
            return critical > 0 || high > MOST_HIGH_FINDINGS ? FAIL : PASS;
        }

        @Override
        public String toString() {
            return Word.of(this);
        }
    }
}
