package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.gap.AssessmentStatus;
import eu.bekaa.standard.assurance.gap.Severity;
import eu.bekaa.standard.assurance.poam.Priority;
import eu.bekaa.standard.assurance.report.content.Basis;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An assessment on one screen, from what is approved now.
@Serdeable
@Schema(description = "An assessment on one screen, from what is approved now.")
public record ExecutiveSummary(
        @Schema(description = "The assessment.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID assessmentId,

        @Schema(description = "Name of the framework.", example = "NIST CSF v1.1")
        String framework,

        @Schema(description = "Findings in all.", example = "108")
        int totalFindings,

        @Schema(description = "Findings by status.", example = "{\"met\": 12}")
        Map<AssessmentStatus, Long> byStatus,

        @Schema(description = "Findings by severity.", example = "{\"medium\": 40}")
        Map<Severity, Long> bySeverity,

        @Schema(
                description = "Mean of the maturity scores, 0 to 5; null without an approved maturity assessment.",
                example = "1.8")
        @Nullable
        Double averageMaturity,

        @Schema(description = "Planned actions by priority.", example = "{\"urgent\": 7}")
        Map<Priority, Long> poamByPriority,

        @Schema(description = "What cannot be said.", example = "[\"No approved plan of action was available.\"]")
        List<String> limitations) {
    static ExecutiveSummary of(UUID assessmentId, String framework, SummaryFigures figures, Grounds grounds) {
        return new ExecutiveSummary(
                assessmentId,
                framework,
                figures.totalFindings(),
                figures.byStatus(),
                figures.bySeverity(),
                grounds.maturity() == null ? null : Math.round(figures.averageMaturity() * 100) / 100.0,
                figures.byPriority(),
                Reservations.texts(Reservations.of(grounds), Basis.LIMITATION));
    }
}
