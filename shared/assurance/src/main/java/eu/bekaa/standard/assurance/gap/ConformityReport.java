package eu.bekaa.standard.assurance.gap;

import static java.util.Objects.requireNonNull;

import eu.bekaa.standard.assurance.gap.GapFindings.Determined;
import eu.bekaa.standard.assurance.review.Tallies;
import eu.bekaa.standard.assurance.review.Version;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The report on conformity (STD-75): the verdict on an assessment, and the findings that decide it.
@Serdeable
@Schema(description = "The report on conformity: the verdict on an assessment, and the findings that decide it.")
public record ConformityReport(
        @Schema(description = "The assessment.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID assessmentId,

        @Schema(description = "The gap analysis it is read from.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID gapAnalysisVersionId,

        @Schema(description = "Number of that version.", example = "1")
        int versionNumber,

        @Schema(description = "State of that version; only an approved one is final.", example = "approved")
        Version.Status versionStatus,

        @Schema(description = "The framework.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID frameworkId,

        @Schema(
                description = "The worst finding's verdict; null where no requirement applies.",
                example = "significant_deficiency")
        @Nullable
        Conformity determination,

        @Schema(description = "Findings in all.", example = "108")
        long totalFindings,

        @Schema(description = "Findings on requirements that do not apply.", example = "4")
        long notApplicableFindings,

        @Schema(description = "Findings on minimum compliance requirements.", example = "0")
        long mcrGaps,

        @Schema(description = "Applicable findings by verdict.", example = "{\"conforms\": 80}")
        Map<Conformity, Long> byDetermination,

        @Schema(description = "Findings by what their residual risk amounts to.", example = "{\"moderate\": 40}")
        Map<RiskCategory, Long> byResidualRisk,

        @Schema(description = "Up to twenty of the findings that decide the verdict, where it is not conformity.")
        List<DecidingFinding> decidingFindings) {
    static final int NAMED = 20;

    /// A finding with the worst verdict.
    @Serdeable
    @Schema(description = "A finding with the worst verdict.")
    public record DecidingFinding(
            @Schema(description = "Id of the finding.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
            UUID gapFindingId,

            @Schema(description = "Code of the finding.", example = "GAP-001")
            String gapCode,

            @Schema(description = "The requirement in its framework.", example = "ID.AM-1")
            String requirementCode,

            @Schema(description = "The SCF control in its catalog.", example = "AST-02") @Nullable
            String controlCode,

            @Schema(description = "How far the requirement is met.", example = "not_evidenced")
            AssessmentStatus assessmentStatus,

            @Schema(description = "How much it matters.", example = "medium")
            Severity severity) {
        private static DecidingFinding of(GapFinding finding) {
            return new DecidingFinding(
                    finding.gapFindingId(),
                    finding.gapCode(),
                    finding.requirementCode(),
                    finding.controlCode(),
                    finding.assessmentStatus(),
                    finding.severity());
        }
    }

    /// @param determined every finding of the version, counted
    /// @param deciding   the first [#NAMED] findings with the verdict, where it is not conformity
    static ConformityReport of(
            Version version, @Nullable Conformity verdict, List<Determined> determined, List<GapFinding> deciding) {
        var header = version.header();
        var applicable = determined.stream()
                .filter(each -> each.rocDetermination() != null)
                .toList();
        return new ConformityReport(
                header.assessmentId(),
                header.id(),
                header.number(),
                version.status(),
                header.sources().frameworkId(),
                verdict,
                sum(determined),
                sum(determined) - sum(applicable),
                sum(determined.stream().filter(Determined::isMcrGap).toList()),
                Tallies.by(
                        Conformity.class,
                        applicable,
                        each -> requireNonNull(each.rocDetermination()),
                        Determined::findings),
                Tallies.by(
                        RiskCategory.class,
                        determined,
                        each -> RiskCategory.of(each.residualRiskScore()),
                        Determined::findings),
                deciding.stream().map(DecidingFinding::of).toList());
    }

    private static long sum(List<Determined> determined) {
        return determined.stream().mapToLong(Determined::findings).sum();
    }
}
