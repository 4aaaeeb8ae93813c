package eu.bekaa.standard.assurance.rebase;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rebases of a deleted assessment are not found.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RebaseRows extends GenericRepository<EntryRow, UUID> {
    @Query("""
            INSERT INTO rebase (rebase_id, organization_id, assessment_id, from_scf_version_id, from_scf_version_label,
                                to_scf_version_id, to_scf_version_label, from_soa_version_id, to_soa_version_id, kept_count,
                                review_count, retired_count, added_count, reason, created_by, created_at, trace_id)
            VALUES (:rebaseId, :organizationId, :assessmentId, :fromScfVersionId, :fromScfVersionLabel, :toScfVersionId,
                    :toScfVersionLabel, :fromSoaVersionId, :toSoaVersionId, :keptCount, :reviewCount, :retiredCount,
                    :addedCount, :reason, :createdBy, :createdAt, :traceId)
            """)
    void insert(
            UUID rebaseId,
            UUID organizationId,
            UUID assessmentId,
            UUID fromScfVersionId,
            String fromScfVersionLabel,
            UUID toScfVersionId,
            String toScfVersionLabel,
            @Nullable UUID fromSoaVersionId,
            @Nullable UUID toSoaVersionId,
            int keptCount,
            int reviewCount,
            int retiredCount,
            int addedCount,
            String reason,
            UUID createdBy,
            Instant createdAt,
            String traceId);

    void saveAll(Iterable<EntryRow> entries);

    @Query("""
            SELECT r.*, (SELECT count(*)
                           FROM rebase_entry e
                          WHERE e.organization_id = r.organization_id
                            AND e.rebase_id = r.rebase_id
                            AND e.fate = 'review'
                            AND e.decision IS NULL) AS pending_count
              FROM rebase r
              JOIN assessment a ON a.organization_id = r.organization_id AND a.assessment_id = r.assessment_id
             WHERE r.organization_id = :org
               AND r.assessment_id = :assessment
               AND (CAST(:id AS uuid) IS NULL OR r.rebase_id = CAST(:id AS uuid))
               AND a.deleted_at IS NULL
             ORDER BY r.rebase_id DESC
            """)
    List<Rebase> ofAssessment(UUID org, UUID assessment, @Nullable UUID id);

    @Query("""
            SELECT *
              FROM rebase_entry
             WHERE organization_id = :org
               AND rebase_id = :rebase
               AND (CAST(:fate AS text) IS NULL OR fate = CAST(:fate AS text))
               AND (CAST(:status AS text) IS NULL
                    OR fate = 'review' AND (decision IS NULL) = (CAST(:status AS text) = 'pending'))
               AND ordinal > :after
             ORDER BY ordinal
             LIMIT :rows
            """)
    List<EntryRow> page(UUID org, UUID rebase, @Nullable Fate fate, @Nullable EntryStatus status, long after, int rows);

    @Query("""
            SELECT *
              FROM rebase_entry
             WHERE organization_id = :org
               AND rebase_id = :rebase
               AND rebase_entry_id = :id
            """)
    Optional<EntryRow> entry(UUID org, UUID rebase, UUID id);

    /// What waits for a decision and is asked about for no other reason than these.
    @Query("""
            SELECT *
              FROM rebase_entry
             WHERE organization_id = :org
               AND rebase_id = :rebase
               AND fate = 'review'
               AND decision IS NULL
               AND changes <@ CAST(:changes AS text[])
             ORDER BY ordinal
            """)
    List<EntryRow> pending(UUID org, UUID rebase, @TypeDef(type = DataType.STRING_ARRAY) String[] changes);

    /// How many items of a SoA version wait for a decision.
    @Query("""
            SELECT count(*)
              FROM rebase r
              JOIN rebase_entry e ON e.organization_id = r.organization_id AND e.rebase_id = r.rebase_id
             WHERE r.organization_id = :org
               AND r.to_soa_version_id = :soaVersion
               AND e.fate = 'review'
               AND e.decision IS NULL
            """)
    int pendingIn(UUID org, UUID soaVersion);

    /// @return 0 when it has been decided already
    @Query("""
            UPDATE rebase_entry
               SET decision = :decision, decided_by = :by, decided_at = :at, note = :note
             WHERE organization_id = :org
               AND rebase_entry_id = ANY (CAST(:ids AS uuid[]))
               AND fate = 'review'
               AND decision IS NULL
            """)
    int decide(
            UUID org,
            @TypeDef(type = DataType.STRING_ARRAY) String[] ids,
            EntryDecision decision,
            UUID by,
            Instant at,
            @Nullable String note);
}
