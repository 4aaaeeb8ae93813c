package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.testing.OwnerSql;
import eu.bekaa.standard.testing.TestDatabase;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a Statement of Applicability stands on: a small catalog of its own and an assessment that has chosen its
/// framework.
@Singleton
class Groundwork {
    private final Ids ids;

    Groundwork(Ids ids) {
        this.ids = ids;
    }

    /// The catalog has four requirements: `R-1` is answered by two controls, `R-2` by one, `R-3` officially by none
    /// (only by hearsay), `R-4` is officially unrelated to what it was compared with.
    /// @param controls ids by code
    record Ground(
            UUID assessmentId,
            UUID frameworkId,
            UUID scfVersionId,
            Map<String, UUID> requirements,
            Map<String, UUID> controls) {}

    Ground in(Caller caller) {
        try (var owner = TestDatabase.instance().owner()) {
            var ground = new Ground(ids.next(), ids.next(), ids.next(), new LinkedHashMap<>(), new LinkedHashMap<>());
            catalog(owner, ground);
            assessment(owner, caller, ground);
            return ground;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// A newer release of the same catalog, with the same requirements. `IAC-01` is the same, `BCD-11` is reworded,
    /// `MON-01` is new and answers `R-2` instead of `IAC-01`; `R-4` is answered at last, `R-3` still is not.
    Ground newer(Ground ground) {
        try (var owner = TestDatabase.instance().owner()) {
            var newer = new Ground(
                    ground.assessmentId(),
                    ground.frameworkId(),
                    ids.next(),
                    ground.requirements(),
                    new LinkedHashMap<>());
            var domain = version(owner, newer);
            control(
                    owner,
                    newer,
                    domain,
                    "IAC-01",
                    "Access Reviews",
                    "Mechanisms exist to review access rights of staff.");
            control(
                    owner,
                    newer,
                    domain,
                    "BCD-11",
                    "Data Backups",
                    "Mechanisms exist to back up databases, test restores and keep copies apart.");
            control(owner, newer, domain, "MON-01", "Monitoring", "Mechanisms exist to monitor systems.");
            mapping(owner, newer, "R-1", "IAC-01", "intersects", true);
            mapping(owner, newer, "R-1", "BCD-11", "subset", true);
            mapping(owner, newer, "R-2", "MON-01", "equal", true);
            mapping(owner, newer, "R-4", "IAC-01", "intersects", true);
            return newer;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// @return the id of its domain
    private UUID version(Connection owner, Ground ground) throws SQLException {
        var domain = ids.next();
        OwnerSql.change(owner, """
                INSERT INTO scf_version (scf_version_id, version_label, source_hash, import_status, imported_at, is_synthetic,
                                         release_order)
                VALUES (?, ?, 'none', 'succeeded', now(), true, 0)
                """, ground.scfVersionId(), "ground " + ground.scfVersionId());
        OwnerSql.change(owner, """
                INSERT INTO scf_domain (scf_domain_id, scf_version_id, domain_code, domain_name, sort_order, is_synthetic)
                VALUES (?, ?, 'IAC', 'Identity', 1, true)
                """, domain, ground.scfVersionId());
        return domain;
    }

    private void catalog(Connection owner, Ground ground) throws SQLException {
        var domain = version(owner, ground);
        OwnerSql.change(owner, """
                INSERT INTO scf_framework (framework_id, framework_code, framework_name, status, is_synthetic)
                VALUES (?, ?, 'Ground rules', 'active', true)
                """, ground.frameworkId(), "GROUND " + ground.frameworkId());
        control(
                owner,
                ground,
                domain,
                "IAC-01",
                "Access Reviews",
                "Mechanisms exist to review access rights of staff.");
        control(
                owner,
                ground,
                domain,
                "BCD-11",
                "Data Backups",
                "Mechanisms exist to back up databases and test restores.");
        requirement(owner, ground, "R-1", "R-1", null);
        requirement(owner, ground, "R-2", "R-2", null);
        requirement(owner, ground, "R-3", "Soup", "On Monday the canteen serves soup with bread.");
        requirement(owner, ground, "R-4", "R-4", null);
        mapping(owner, ground, "R-1", "IAC-01", "intersects", true);
        mapping(owner, ground, "R-1", "BCD-11", "subset", true);
        mapping(owner, ground, "R-2", "IAC-01", "equal", true);
        mapping(owner, ground, "R-3", "IAC-01", "intersects", false);
        mapping(owner, ground, "R-4", "IAC-01", "no_relation", true);
    }

    private void control(Connection owner, Ground ground, UUID domain, String code, String title, String description)
            throws SQLException {
        var id = ids.next();
        ground.controls().put(code, id);
        OwnerSql.change(
                owner, """
                INSERT INTO scf_control (control_id, scf_version_id, scf_domain_id, ordinal, control_code, control_title,
                                         control_description, tags, evidence_request_codes, risk_codes, threat_codes, status,
                                         is_synthetic)
                VALUES (?, ?, ?, ?, ?, ?, ?, '{}', '{}', '{}', '{}', 'active', true)
                """, id, ground.scfVersionId(), domain, ground.controls().size(), code, title, description);
    }

    private void requirement(Connection owner, Ground ground, String code, String title, @Nullable String text)
            throws SQLException {
        var id = ids.next();
        ground.requirements().put(code, id);
        OwnerSql.change(owner, """
                INSERT INTO scf_requirement (requirement_id, framework_id, requirement_code, requirement_title,
                                             requirement_text, is_mcr, status, is_synthetic, sort_key, import_order)
                SELECT ?, ?, ?, ?, ?, false, 'active', true, ?, import_order
                  FROM scf_version
                 WHERE scf_version_id = ?
                """, id, ground.frameworkId(), code, title, text, code, ground.scfVersionId());
    }

    private void mapping(
            Connection owner, Ground ground, String requirement, String control, String type, Boolean official)
            throws SQLException {
        OwnerSql.change(
                owner,
                """
                INSERT INTO scf_mapping (scf_mapping_id, scf_version_id, scf_framework_id, scf_framework_requirement_id,
                                         scf_control_id, relationship_type, strength_score, mapping_source, is_official, status)
                VALUES (?, ?, ?, ?, ?, ?, 0.4, ?, ?, 'active')
                """,
                ids.next(),
                ground.scfVersionId(),
                ground.frameworkId(),
                ground.requirements().get(requirement),
                ground.controls().get(control),
                type,
                official ? "official_scf" : "consultative",
                official);
    }

    private void assessment(Connection owner, Caller caller, Ground ground) throws SQLException {
        OwnerSql.change(
                owner,
                """
                INSERT INTO assessment (assessment_id, row_version, organization_id, name, state, scf_version_id,
                                        scf_version_label, event_count, framework_id, announced_documents, cycle_number,
                                        is_synthetic, created_by, created_at, updated_at)
                VALUES (?, 0, ?, 'On firm ground', 'framework_selected', ?, 'ground', 0, ?, 0, 1, true, ?, now(), now())
                """,
                ground.assessmentId(),
                caller.org(),
                ground.scfVersionId(),
                ground.frameworkId(),
                caller.actor().id());
    }
}
