package eu.bekaa.standard.assurance.review;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Versions of a deleted assessment are not found.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface VersionRows extends GenericRepository<VersionRow, UUID> {
    /// The versions of assessments that are there.
    String VISIBLE = """
            SELECT v.*
              FROM assessment a
              JOIN artifact_version v ON v.organization_id = a.organization_id AND v.assessment_id = a.assessment_id
             WHERE a.deleted_at IS NULL
            """;

    VersionRow save(VersionRow row);

    @Query(VISIBLE + """
               AND v.organization_id = :org
               AND v.version_id = :id
               AND v.kind = :kind
            """)
    Optional<VersionRow> find(UUID org, ArtifactKind kind, UUID id);

    /// The version, with its assessment locked; empty once work on the assessment has ended.
    @Query("""
            SELECT *
              FROM locked_version(:org, :kind, :id)
             WHERE organization_id = :org
            """)
    Optional<VersionRow> locked(UUID org, ArtifactKind kind, UUID id);

    @Query(VISIBLE + """
               AND v.organization_id = :org
               AND v.version_id = :id
            """)
    Optional<VersionRow> ofAnyKind(UUID org, UUID id);

    @Query(VISIBLE + """
               AND v.organization_id = :org
               AND v.assessment_id = :assessment
             ORDER BY v.kind, v.number
            """)
    List<VersionRow> all(UUID org, UUID assessment);

    @Query(VISIBLE + """
               AND v.organization_id = :org
               AND v.assessment_id = :assessment
               AND v.kind = :kind
             ORDER BY v.number
            """)
    List<VersionRow> ofKind(UUID org, UUID assessment, ArtifactKind kind);

    @Query(VISIBLE + """
               AND v.organization_id = :org
               AND v.assessment_id = :assessment
               AND v.kind = :kind
               AND v.metadata ->> 'report_type' IS NOT DISTINCT FROM CAST(:variant AS text)
               AND v.status = 'approved'
            """)
    Optional<VersionRow> approved(UUID org, UUID assessment, ArtifactKind kind, @Nullable String variant);

    /// The approved version of every kind but reports.
    @Query(VISIBLE + """
               AND v.organization_id = :org
               AND v.assessment_id = :assessment
               AND v.kind <> 'report'
               AND v.status = 'approved'
            """)
    List<VersionRow> approved(UUID org, UUID assessment);

    /// The approved version that counts until now.
    default Optional<Version.Approved> current(UUID org, UUID assessment, ArtifactKind kind, @Nullable String variant) {
        return approved(org, assessment, kind, variant).map(VersionRow::version).map(Version.Approved.class::cast);
    }

    @Query("""
            SELECT COALESCE(MAX(number), 0) + 1
              FROM artifact_version
             WHERE organization_id = :org
               AND assessment_id = :assessment
               AND kind = :kind
            """)
    int nextNumber(UUID org, UUID assessment, ArtifactKind kind);

    @Query("""
            UPDATE artifact_version
               SET metadata = CAST(:metadata AS jsonb)
             WHERE organization_id = :org
               AND version_id = :id
               AND status = 'draft'
            """)
    void annotate(UUID org, UUID id, @TypeDef(type = DataType.JSON) Map<String, Object> metadata);

    @Query("""
            UPDATE artifact_version
               SET status = 'under_review', submitted_by = :by, submitted_at = :at, content_hash = :hash
             WHERE organization_id = :org
               AND version_id = :id
            """)
    void submit(UUID org, UUID id, UUID by, Instant at, String hash);

    @Query("""
            UPDATE artifact_version
               SET status = 'approved', decided_by = :by, decided_at = :at, approval_id = :approval,
                   supersedes_version_id = :supersedes, metadata = CAST(:metadata AS jsonb)
             WHERE organization_id = :org
               AND version_id = :id
            """)
    void approve(
            UUID org,
            UUID id,
            UUID by,
            Instant at,
            UUID approval,
            @Nullable UUID supersedes,
            @TypeDef(type = DataType.JSON) Map<String, Object> metadata);

    @Query("""
            UPDATE artifact_version
               SET status = 'rejected', decided_by = :by, decided_at = :at, approval_id = :approval,
                   rejection_reason = :reason
             WHERE organization_id = :org
               AND version_id = :id
            """)
    void reject(UUID org, UUID id, UUID by, Instant at, UUID approval, String reason);

    @Query("""
            UPDATE artifact_version
               SET status = 'superseded', superseded_by = :successor
             WHERE organization_id = :org
               AND version_id = :id
            """)
    void supersede(UUID org, UUID id, UUID successor);

    @Query("""
            UPDATE artifact_version
               SET status = 'archived'
             WHERE organization_id = :org
               AND version_id = :id
               AND status = 'draft'
            """)
    void archive(UUID org, UUID id);

    /// A rejected version stays rejected; it only learns what replaces it.
    @Query("""
            UPDATE artifact_version
               SET superseded_by = :successor
             WHERE organization_id = :org
               AND version_id = :id
               AND status = 'rejected'
            """)
    void replace(UUID org, UUID id, UUID successor);
}
