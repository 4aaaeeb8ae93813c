package eu.bekaa.standard.assurance.assessment;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AssessmentRows extends GenericRepository<Assessment, UUID> {
    Assessment save(Assessment assessment);

    @Query("""
            SELECT *
              FROM assessment
             WHERE organization_id = :org
               AND assessment_id = :id
               AND deleted_at IS NULL
            """)
    Optional<Assessment> find(UUID org, UUID id);

    /// Everything that changes in an assessment waits for this lock.
    @Query("""
            SELECT *
              FROM locked_assessment(:org, :id)
             WHERE organization_id = :org
            """)
    Optional<Assessment> locked(UUID org, UUID id);

    @Query("""
            SELECT *
              FROM assessment
             WHERE organization_id = :org
               AND deleted_at IS NULL
               AND (CAST(:state AS text) IS NULL OR state = :state)
               AND (CAST(:before AS uuid) IS NULL OR assessment_id < :before)
             ORDER BY assessment_id DESC
             LIMIT :rows
            """)
    List<Assessment> page(UUID org, @Nullable AssessmentState state, @Nullable UUID before, int rows);

    @Query("""
            UPDATE assessment
               SET state = :state,
                   held_state = :held,
                   framework_id = :framework,
                   event_count = event_count + 1,
                   row_version = row_version + 1,
                   updated_at = :at
             WHERE organization_id = :org
               AND assessment_id = :id
            """)
    void move(
            UUID org,
            UUID id,
            AssessmentState state,
            @Nullable AssessmentState held,
            @Nullable UUID framework,
            Instant at);

    @Query("""
            UPDATE assessment
               SET name = :name,
                   observation_start_date = :start,
                   observation_end_date = :end,
                   row_version = row_version + 1,
                   updated_at = :at
             WHERE organization_id = :org
               AND assessment_id = :id
            """)
    void revise(UUID org, UUID id, String name, @Nullable LocalDate start, @Nullable LocalDate end, Instant at);

    @Query("""
            UPDATE assessment
               SET scf_version_id = :scfVersion,
                   scf_version_label = :label,
                   row_version = row_version + 1,
                   updated_at = :at
             WHERE organization_id = :org
               AND assessment_id = :id
            """)
    void pin(UUID org, UUID id, UUID scfVersion, String label, Instant at);

    @Query("""
            UPDATE assessment
               SET deleted_at = :at,
                   row_version = row_version + 1,
                   updated_at = :at
             WHERE organization_id = :org
               AND assessment_id = :id
            """)
    void delete(UUID org, UUID id, Instant at);
}
