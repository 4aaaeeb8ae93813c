package eu.bekaa.standard.assurance.gap;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface GapFindings extends GenericRepository<GapFinding, UUID> {
    /// How many findings share this verdict and this risk.
    /// @param rocDetermination null where the requirement does not apply
    @Introspected
    record Determined(
            @Nullable Conformity rocDetermination, double residualRiskScore, boolean isMcrGap, long findings) {}

    void saveAll(Iterable<GapFinding> findings);

    GapFinding update(GapFinding finding);

    @Query("""
            SELECT *
              FROM gap_finding
             WHERE organization_id = :org
               AND gap_finding_id = :id
            """)
    Optional<GapFinding> find(UUID org, UUID id);

    @Query("""
            SELECT *
              FROM gap_finding
             WHERE organization_id = :org
               AND gap_analysis_version_id = :version
             ORDER BY ordinal
            """)
    List<GapFinding> all(UUID org, UUID version);

    @Query("""
            SELECT *
              FROM gap_finding
             WHERE organization_id = :org
               AND gap_analysis_version_id = :version
               AND (CAST(:status AS text) IS NULL OR assessment_status = CAST(:status AS text))
               AND (CAST(:roc AS text) IS NULL OR roc_determination = CAST(:roc AS text))
               AND (is_mcr_gap OR NOT :mcrOnly)
               AND ordinal > :after
             ORDER BY ordinal
             LIMIT :rows
            """)
    List<GapFinding> page(
            UUID org,
            UUID version,
            @Nullable AssessmentStatus status,
            @Nullable Conformity roc,
            boolean mcrOnly,
            long after,
            int rows);

    @Query("""
            SELECT assessment_status, severity, gap_type, is_mcr_gap, count(*) AS findings
              FROM gap_finding
             WHERE organization_id = :org
               AND gap_analysis_version_id = :version
             GROUP BY assessment_status, severity, gap_type, is_mcr_gap
            """)
    List<Tally> tallies(UUID org, UUID version);

    @Query("""
            SELECT roc_determination, residual_risk_score, is_mcr_gap, count(*) AS findings
              FROM gap_finding
             WHERE organization_id = :org
               AND gap_analysis_version_id = :version
             GROUP BY roc_determination, residual_risk_score, is_mcr_gap
            """)
    List<Determined> determined(UUID org, UUID version);

    /// Copies a version's findings, in their order, under the given ids.
    @Query("""
            INSERT INTO gap_finding (
                   gap_finding_id, row_version, organization_id, gap_analysis_version_id, ordinal, gap_code,
                   soa_version_id,
                   soa_item_id, framework_id, framework_requirement_id, requirement_code, scf_version_id,
                   scf_control_id,
                   control_code, evidence_finding_id, assessment_status, gap_type, severity, is_mcr_gap, impact,
                   likelihood,
                   gap_summary, gap_rationale, recommendation_summary, confidence_score, requires_user_validation,
                   inherent_risk_score, residual_risk_score, roc_determination)
            SELECT copy.id, 0, f.organization_id, :to, f.ordinal, f.gap_code, f.soa_version_id,
                   f.soa_item_id, f.framework_id, f.framework_requirement_id, f.requirement_code, f.scf_version_id,
                   f.scf_control_id, f.control_code, f.evidence_finding_id, f.assessment_status, f.gap_type, f.severity,
                   f.is_mcr_gap, f.impact, f.likelihood, f.gap_summary, f.gap_rationale, f.recommendation_summary,
                   f.confidence_score, f.requires_user_validation, f.inherent_risk_score, f.residual_risk_score,
                   f.roc_determination
              FROM gap_finding f
              JOIN unnest(CAST(:ids AS uuid[])) WITH ORDINALITY AS copy (id, ordinal) ON copy.ordinal = f.ordinal
             WHERE f.organization_id = :org
               AND f.gap_analysis_version_id = :version
            """)
    void copy(UUID org, UUID version, UUID to, @TypeDef(type = DataType.STRING_ARRAY) List<String> ids);
}
