package eu.bekaa.standard.platform.email;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface TemplateRows extends GenericRepository<EmailTemplate, UUID> {
    @Query("SELECT * FROM email_template WHERE organization_id = :org")
    List<EmailTemplate> all(UUID org);

    @Query("SELECT * FROM email_template WHERE organization_id = :org AND type = :type")
    Optional<EmailTemplate> find(UUID org, EmailType type);

    @Query("""
            INSERT INTO email_template (template_id, organization_id, type, subject, body_html, body_text, updated_by, updated_at)
            VALUES (:id, :org, :type, :subject, :html, :text, :by, :at)
                ON CONFLICT (organization_id, type) DO UPDATE
               SET subject = excluded.subject, body_html = excluded.body_html, body_text = excluded.body_text,
                   updated_by = excluded.updated_by, updated_at = excluded.updated_at
            """)
    void put(UUID id, UUID org, EmailType type, String subject, String html, String text, UUID by, Instant at);
}
