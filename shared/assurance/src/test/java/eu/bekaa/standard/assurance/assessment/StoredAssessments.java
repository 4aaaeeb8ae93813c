package eu.bekaa.standard.assurance.assessment;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.testing.TestDatabase;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.UUID;

/// Assessments put straight into the table, in any state, for tests of what happens within one.
@Singleton
public class StoredAssessments {
    private final Ids ids;

    StoredAssessments(Ids ids) {
        this.ids = ids;
    }

    public UUID in(Caller caller, AssessmentState state) {
        var id = ids.next();
        try (var owner = TestDatabase.instance().owner();
                var insert = owner.prepareStatement(
                        """
                        INSERT INTO assessment (assessment_id, row_version, organization_id, name, state, scf_version_id,
                                                scf_version_label, event_count, announced_documents, cycle_number, is_synthetic,
                                                created_by, created_at, updated_at)
                        VALUES (?, 0, ?, 'Assessment of a test', ?, ?, '2022.3', 0, 0, 1, false, ?, now(), now())
                        """)) {
            insert.setObject(1, id);
            insert.setObject(2, caller.org());
            insert.setString(3, state.toString());
            insert.setObject(4, ids.next());
            insert.setObject(5, caller.actor().id());
            insert.executeUpdate();
            return id;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
