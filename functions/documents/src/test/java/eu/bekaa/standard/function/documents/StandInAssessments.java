package eu.bekaa.standard.function.documents;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.knowledge.document.AssessmentPort;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.UUID;

/// Assessments without a life cycle, so that documents are tested by themselves.
@Singleton
@Primary
class StandInAssessments implements AssessmentPort {
    private static final String INSERT = """
            INSERT INTO assessment (assessment_id, row_version, organization_id, name, state, scf_version_id, scf_version_label,
                                    announced_documents, event_count, cycle_number, is_synthetic, created_by, created_at, updated_at)
            VALUES (?, 0, ?, 'Documents', 'draft', ?, '2022.3', 0, 0, 1, false, ?, now(), now())
            """;

    private final Transactions transactions;
    private final Ids ids;

    StandInAssessments(Transactions transactions, Ids ids) {
        this.transactions = transactions;
        this.ids = ids;
    }

    UUID create(Caller caller) {
        var id = ids.next();
        try (var connection = TestDatabase.instance().owner();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            insert.setObject(2, caller.org());
            insert.setObject(3, ids.next());
            insert.setObject(4, caller.actor().id());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return id;
    }

    void close(UUID assessmentId) {
        try (var connection = TestDatabase.instance().owner();
                var update =
                        connection.prepareStatement("UPDATE assessment SET state = 'closed' WHERE assessment_id = ?")) {
            update.setObject(1, assessmentId);
            update.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    String state(Caller caller, UUID assessmentId) {
        var find = "SELECT state FROM assessment WHERE organization_id = ? AND assessment_id = ?";
        return transactions.read(caller, () -> {
            try (var statement = transactions.connection().prepareStatement(find)) {
                statement.setObject(1, caller.org());
                statement.setObject(2, assessmentId);
                var rows = statement.executeQuery();
                if (!rows.next()) {
                    throw Refusal.notFound(ErrorCode.ASSESSMENT_NOT_FOUND, assessmentId)
                            .get();
                }
                return rows.getString(1);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    @Override
    public void requireExisting(Caller caller, UUID assessmentId) {
        state(caller, assessmentId);
    }

    @Override
    public void requireOpen(Caller caller, UUID assessmentId) {
        if (state(caller, assessmentId).equals("closed")) {
            throw new Refusal(ErrorCode.CONFLICT, "The assessment is closed.");
        }
    }

    @Override
    public void documentsUploaded(Caller caller, UUID assessmentId) {
        move(caller, assessmentId, "documents_uploaded");
    }

    @Override
    public void documentsIngested(Caller caller, UUID assessmentId) {
        move(caller, assessmentId, "documents_ingested");
    }

    private void move(Caller caller, UUID assessmentId, String state) {
        var update = "UPDATE assessment SET state = ? WHERE organization_id = ? AND assessment_id = ?";
        try (var statement = transactions.connection().prepareStatement(update)) {
            statement.setString(1, state);
            statement.setObject(2, caller.org());
            statement.setObject(3, assessmentId);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
