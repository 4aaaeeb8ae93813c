package eu.bekaa.standard.platform.email;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface EmailRows extends GenericRepository<EmailMessage, UUID> {
    EmailMessage save(EmailMessage message);

    @Query("SELECT * FROM email_message WHERE organization_id = :org AND email_id = :id")
    Optional<EmailMessage> find(UUID org, UUID id);

    /// Whether somebody has been written to about an event.
    @Query(
            "SELECT EXISTS (SELECT 1 FROM email_message WHERE organization_id = :org AND event_id = :event AND recipient = :to)")
    boolean told(UUID org, UUID event, String to);

    @Query("""
            UPDATE email_message
               SET status = 'sent', provider_message_id = :message, sent_at = :at
             WHERE organization_id = :org
               AND email_id = :id
            """)
    void sent(UUID org, UUID id, @Nullable String message, Instant at);

    /// What another has carried away is not kept.
    @Query("""
            UPDATE email_message
               SET subject = NULL, body_html = NULL, body_text = NULL
             WHERE organization_id = :org
               AND email_id = :id
            """)
    void forget(UUID org, UUID id);

    @Query("UPDATE email_message SET status = 'failed' WHERE organization_id = :org AND email_id = :id")
    void failed(UUID org, UUID id);

    @Query("""
            SELECT *
              FROM email_message
             WHERE organization_id = :org
               AND status = 'sent'
               AND subject IS NOT NULL
             ORDER BY created_at DESC, email_id DESC
             LIMIT :rows
            """)
    List<EmailMessage> kept(UUID org, int rows);
}
