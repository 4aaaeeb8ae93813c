package eu.bekaa.standard.assurance.maturity;

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
interface MaturityScores extends GenericRepository<MaturityScore, UUID> {
    /// @param score 0 to 5
    @Introspected
    record Level(UUID scfControlId, int score) {}

    void saveAll(Iterable<MaturityScore> scores);

    MaturityScore update(MaturityScore score);

    @Query("""
            SELECT *
              FROM maturity_score
             WHERE organization_id = :org
               AND maturity_version_id = :version
               AND maturity_score_id = :id
            """)
    Optional<MaturityScore> find(UUID org, UUID version, UUID id);

    @Query("""
            SELECT *
              FROM maturity_score
             WHERE organization_id = :org
               AND maturity_version_id = :version
               AND (CAST(:domain AS text) IS NULL OR domain_code = CAST(:domain AS text))
             ORDER BY ordinal
            """)
    List<MaturityScore> all(UUID org, UUID version, @Nullable String domain);

    /// What each control comes to, in no order.
    @Query("""
            SELECT scf_control_id, score
              FROM maturity_score
             WHERE organization_id = :org
               AND maturity_version_id = :version
            """)
    List<Level> levels(UUID org, UUID version);

    /// Copies a version's scores, in their order, under the given ids.
    @Query("""
            INSERT INTO maturity_score (
                   maturity_score_id, row_version, organization_id, maturity_version_id, ordinal, scf_control_id,
                   control_code,
                   domain_code, assessment_status, score, confidence_score, rationale, evidence_coverage,
                   evidence_finding_id,
                   gap_finding_id)
            SELECT copy.id, 0, s.organization_id, :to, s.ordinal, s.scf_control_id, s.control_code,
                   s.domain_code, s.assessment_status, s.score, s.confidence_score, s.rationale, s.evidence_coverage,
                   s.evidence_finding_id, s.gap_finding_id
              FROM maturity_score s
              JOIN unnest(CAST(:ids AS uuid[])) WITH ORDINALITY AS copy (id, ordinal) ON copy.ordinal = s.ordinal
             WHERE s.organization_id = :org
               AND s.maturity_version_id = :version
            """)
    void copy(UUID org, UUID version, UUID to, @TypeDef(type = DataType.STRING_ARRAY) List<String> ids);
}
