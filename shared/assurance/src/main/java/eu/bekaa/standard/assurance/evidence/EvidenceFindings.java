package eu.bekaa.standard.assurance.evidence;

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
interface EvidenceFindings extends GenericRepository<EvidenceFinding, UUID> {
    void saveAll(Iterable<EvidenceFinding> findings);

    @Query("""
            UPDATE evidence_finding
               SET retired = true
             WHERE organization_id = :org
               AND soa_version_id = :soaVersion
               AND NOT retired
            """)
    void retireAll(UUID org, UUID soaVersion);

    /// @return 0 when it was retired already
    @Query("""
            UPDATE evidence_finding
               SET retired = true
             WHERE organization_id = :org
               AND evidence_finding_id = :id
               AND NOT retired
            """)
    int retire(UUID org, UUID id);

    @Query("""
            SELECT *
              FROM evidence_finding
             WHERE organization_id = :org
               AND evidence_finding_id = :id
            """)
    Optional<EvidenceFinding> find(UUID org, UUID id);

    @Query("""
            SELECT *
              FROM evidence_finding
             WHERE organization_id = :org
               AND evidence_finding_id = ANY (CAST(:ids AS uuid[]))
             ORDER BY ordinal
            """)
    List<EvidenceFinding> some(UUID org, @TypeDef(type = DataType.STRING_ARRAY) List<String> ids);

    @Query("""
            SELECT *
              FROM evidence_finding
             WHERE organization_id = :org
               AND soa_version_id = :soaVersion
               AND NOT retired
             ORDER BY ordinal
            """)
    List<EvidenceFinding> current(UUID org, UUID soaVersion);

    @Query("""
            SELECT *
              FROM evidence_finding
             WHERE organization_id = :org
               AND soa_version_id = :soaVersion
               AND (CAST(:strength AS text) IS NULL OR evidence_strength = CAST(:strength AS text))
               AND NOT retired
               AND ordinal > :after
             ORDER BY ordinal
             LIMIT :rows
            """)
    List<EvidenceFinding> page(UUID org, UUID soaVersion, @Nullable EvidenceStrength strength, long after, int rows);

    /// The SoA version that was looked at last.
    @Query("""
            SELECT soa_version_id
              FROM evidence_finding
             WHERE organization_id = :org
               AND assessment_id = :assessment
               AND NOT retired
             ORDER BY created_at DESC, evidence_finding_id DESC
             LIMIT 1
            """)
    Optional<UUID> latestSoaVersion(UUID org, UUID assessment);
}
