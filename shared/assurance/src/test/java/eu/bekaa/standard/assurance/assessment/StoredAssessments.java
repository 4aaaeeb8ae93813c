package eu.bekaa.standard.assurance.assessment;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.testing.OwnerSql;
import eu.bekaa.standard.testing.TestDatabase;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/// Assessments put straight into the table, in any state, for tests of what happens within one.
@Singleton
public class StoredAssessments {
    private final Ids ids;
    private final UUID version;
    private final UUID framework;

    StoredAssessments(Ids ids) {
        this.ids = ids;
        this.version = ids.next();
        this.framework = ids.next();
        try (var owner = TestDatabase.instance().owner()) {
            catalog(owner);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// A framework that the SCF version of the assessments maps.
    public UUID framework() {
        return framework;
    }

    public UUID in(Caller caller, AssessmentState state) {
        var id = ids.next();
        try (var owner = TestDatabase.instance().owner();
                var insert = owner.prepareStatement("""
                        INSERT INTO assessment (assessment_id, row_version, organization_id, name, state, scf_version_id,
                                                scf_version_label, event_count, announced_documents, cycle_number, is_synthetic,
                                                created_by, created_at, updated_at)
                        VALUES (?, 0, ?, 'Assessment of a test', ?, ?, '2022.3', 0, 0, 1, false, ?, now(), now())
                        """)) {
            insert.setObject(1, id);
            insert.setObject(2, caller.org());
            insert.setString(3, state.toString());
            insert.setObject(4, version);
            insert.setObject(5, caller.actor().id());
            insert.executeUpdate();
            return id;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// One domain with one control, which answers the one requirement of one framework.
    private void catalog(Connection owner) throws SQLException {
        var domain = ids.next();
        var control = ids.next();
        var requirement = ids.next();
        OwnerSql.change(owner, """
                INSERT INTO scf_version (scf_version_id, version_label, source_hash, import_status, imported_at, is_synthetic,
                                         release_order)
                VALUES (?, ?, 'none', 'succeeded', now(), true, 0)
                """, version, "stored " + version);
        OwnerSql.change(
                owner,
                "INSERT INTO scf_domain VALUES (?, ?, 'GOV', 'Governance', NULL, NULL, 1, true)",
                domain,
                version);
        OwnerSql.change(owner, """
                INSERT INTO scf_control (control_id, scf_version_id, scf_domain_id, ordinal, control_code, control_title, tags,
                                         evidence_request_codes, risk_codes, threat_codes, status, is_synthetic)
                VALUES (?, ?, ?, 1, 'GOV-01', 'Governance programme', '{}', '{}', '{}', '{}', 'active', true)
                """, control, version, domain);
        OwnerSql.change(owner, """
                INSERT INTO scf_framework (framework_id, framework_code, framework_name, status, is_synthetic)
                VALUES (?, ?, 'Stored framework', 'active', true)
                """, framework, "STORED " + framework);
        OwnerSql.change(owner, """
                INSERT INTO scf_requirement (requirement_id, framework_id, requirement_code, requirement_title, is_mcr, status,
                                             is_synthetic, sort_key, import_order)
                VALUES (?, ?, 'R-1', 'R-1', false, 'active', true, 'R-1', 1)
                """, requirement, framework);
        OwnerSql.change(owner, """
                INSERT INTO scf_mapping (scf_mapping_id, scf_version_id, scf_framework_id, scf_framework_requirement_id,
                                         scf_control_id, relationship_type, mapping_source, is_official, status)
                VALUES (?, ?, ?, ?, ?, 'equal', 'official_scf', true, 'active')
                """, ids.next(), version, framework, requirement, control);
    }
}
