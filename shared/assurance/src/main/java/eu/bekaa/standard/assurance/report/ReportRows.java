package eu.bekaa.standard.assurance.report;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReportRows extends GenericRepository<StoredReport, UUID> {
    @Query("""
            INSERT INTO report (version_id, organization_id, assessment_id, report_type, title, format, marking, content_hash,
                                content)
            VALUES (:versionId, :org, :assessmentId, :reportType, :title, :format, :marking, :contentHash, :content)
            """)
    void save(
            UUID versionId,
            UUID org,
            UUID assessmentId,
            ReportType reportType,
            String title,
            Format format,
            @Nullable String marking,
            String contentHash,
            String content);

    @Query("""
            SELECT version_id, organization_id, assessment_id, report_type, title, format, marking, content_hash
              FROM report
             WHERE organization_id = :org
               AND version_id = :id
            """)
    Optional<StoredReport> find(UUID org, UUID id);

    @Query("""
            SELECT version_id, organization_id, assessment_id, report_type, title, format, marking, content_hash
              FROM report
             WHERE organization_id = :org
               AND assessment_id = :assessment
            """)
    List<StoredReport> ofAssessment(UUID org, UUID assessment);

    @Query("SELECT content FROM report WHERE organization_id = :org AND version_id = :id")
    Optional<String> content(UUID org, UUID id);

    @Query("""
            INSERT INTO report_enclosure (version_id, organization_id, name, content)
            VALUES (:version, :org, :name, :content)
            """)
    void enclose(UUID version, UUID org, String name, String content);

    @Query("""
            SELECT name, content
              FROM report_enclosure
             WHERE organization_id = :org
               AND version_id = :version
             ORDER BY name
            """)
    List<Enclosure> enclosures(UUID org, UUID version);
}
