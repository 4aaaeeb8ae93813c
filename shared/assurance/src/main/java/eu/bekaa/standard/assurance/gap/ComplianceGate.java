package eu.bekaa.standard.assurance.gap;

import eu.bekaa.standard.kernel.Word;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether an assessment's approved gap analysis lets it pass (STD-36).
/// @param gateId          of this evaluation
/// @param findingsSummary findings by severity
@Serdeable
@Schema(description = "Whether the assessment's approved gap analysis lets it pass.")
public record ComplianceGate(
        @Schema(description = "Id of this evaluation.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID gateId,

        @Schema(description = "The assessment.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID assessmentId,

        @Schema(description = "The framework.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID frameworkId,

        @Schema(description = "Verdict of the gate.", example = "pass")
        GateStatus status,

        @Schema(description = "Findings of critical severity.", example = "0")
        long criticalFindings,

        @Schema(description = "Findings of high severity.", example = "2")
        long highFindings,

        @Schema(description = "Findings in all.", example = "108")
        long totalFindings,

        @Schema(
                description = "The gap analysis version it belongs to.",
                example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        @Nullable
        UUID gapAnalysisVersionId,

        @Schema(description = "Findings by severity.", example = "{\"high\": 2}")
        Map<Severity, Long> findingsSummary,

        @Schema(description = "When the gate was evaluated.", example = "2026-11-21T09:30:00Z")
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
