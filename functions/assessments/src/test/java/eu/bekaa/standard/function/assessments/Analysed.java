package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.testing.OwnerSql;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.TestDatabase;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes assessments whose SoA is approved and whose evidence has been analysed, straight in the database, so that a
/// test can say of every item what was found.
@Singleton
class Analysed {
    private final Ids ids;

    Analysed(Ids ids) {
        this.ids = ids;
    }

    /// An item of the SoA and its evidence.
    /// @param control null for a requirement without an official mapping
    /// @param signals words of [eu.bekaa.standard.assurance.evidence.Signal]
    record Line(
            String requirement,
            @Nullable String control,
            String applicability,
            @Nullable String rationale,
            String strength,
            String status,
            double confidence,
            List<String> signals) {
        static Line of(String requirement, String control, String strength, double confidence, String... signals) {
            var status = switch (strength) {
                case "absent" -> "not_evidenced";
                case "conflicting" -> "conflicting";
                case "weak" -> "insufficient";
                default -> "candidate";
            };
            return new Line(requirement, control, "applicable", null, strength, status, confidence, List.of(signals));
        }

        static Line strong(String requirement, String control, String... signals) {
            return of(requirement, control, "strong", 0.82, signals);
        }

        static Line partial(String requirement, String control) {
            return of(requirement, control, "partial", 0.68);
        }

        static Line absent(String requirement, String control) {
            return of(requirement, control, "absent", 0);
        }

        static Line unmapped(String requirement) {
            return new Line(requirement, null, "applicable", null, "strong", "candidate", 0.82, List.of());
        }

        static Line notApplicable(String requirement, String control, String rationale) {
            return new Line(requirement, control, "not_applicable", rationale, "absent", "not_evidenced", 0, List.of());
        }
    }

    /// @param controls control ids by code
    /// @param requirements requirement ids by code
    record Case(
            UUID assessmentId,
            UUID frameworkId,
            UUID scfVersionId,
            UUID soaVersionId,
            Map<String, UUID> controls,
            Map<String, UUID> requirements) {}

    Case in(Tenant tenant, Line... lines) {
        try (var connection = TestDatabase.instance().owner()) {
            connection.setAutoCommit(false);
            var made = catalog(connection, lines);
            var assessed = assessment(connection, tenant, made);
            items(connection, tenant, assessed, lines);
            connection.commit();
            return assessed;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Case catalog(Connection connection, Line... lines) throws SQLException {
        var scf = ids.next();
        var framework = ids.next();
        var domain = ids.next();
        OwnerSql.change(connection, """
                INSERT INTO scf_version (scf_version_id, version_label, source_hash, import_status, imported_at,
                                         is_synthetic, release_order)
                VALUES (?, ?, 'none', 'succeeded', now(), true, 0)
                """, scf, "test " + scf);
        OwnerSql.change(connection, """
                INSERT INTO scf_domain (scf_domain_id, scf_version_id, domain_code, domain_name, sort_order,
                                        is_synthetic)
                VALUES (?, ?, 'AST', 'Asset Management', 1, true)
                """, domain, scf);
        OwnerSql.change(connection, """
                INSERT INTO scf_framework (framework_id, framework_code, framework_name, status, is_synthetic)
                VALUES (?, ?, 'NIST CSF v1.1', 'active', true)
                """, framework, "TEST " + framework);
        var controls = new HashMap<String, UUID>();
        var requirements = new HashMap<String, UUID>();
        for (var line : lines) {
            if (!requirements.containsKey(line.requirement())) {
                requirements.put(line.requirement(), ids.next());
                requirement(connection, framework, line.requirement(), requirements.get(line.requirement()));
            }
            if (line.control() != null && !controls.containsKey(line.control())) {
                controls.put(line.control(), ids.next());
                control(connection, scf, domain, controls.size(), line.control(), controls.get(line.control()));
            }
        }
        return new Case(ids.next(), framework, scf, ids.next(), Map.copyOf(controls), Map.copyOf(requirements));
    }

    private static void requirement(Connection connection, UUID framework, String code, UUID id) throws SQLException {
        OwnerSql.change(connection, """
                INSERT INTO scf_requirement (requirement_id, framework_id, requirement_code, requirement_title, is_mcr,
                                             status, is_synthetic, sort_key, import_order)
                VALUES (?, ?, ?, ?, ?, 'active', true, ?, 1)
                """, id, framework, code, code, code.startsWith("MCR"), code);
    }

    private static void control(Connection connection, UUID scf, UUID domain, int ordinal, String code, UUID id)
            throws SQLException {
        OwnerSql.change(connection, """
                INSERT INTO scf_control (control_id, scf_version_id, scf_domain_id, ordinal, control_code,
                                         control_title, control_description, control_weight, expected_evidence, tags,
                                         evidence_request_codes, risk_codes, threat_codes, status, is_synthetic)
                VALUES (?, ?, ?, ?, ?, 'Asset Inventories', 'Mechanisms exist to keep an inventory of assets.', 10,
                        'E-AST-04 Asset inventory', '{}', '{}', '{}', '{}', 'active', true)
                """, id, scf, domain, ordinal, code);
    }

    private void items(Connection connection, Tenant tenant, Case made, Line... lines) throws SQLException {
        for (int at = 0; at < lines.length; at++) {
            var line = lines[at];
            var item = ids.next();
            var control = line.control() == null ? null : made.controls().get(line.control());
            SoaRows.item(connection, tenant, made, at + 1, line, item, control);
            SoaRows.evidence(connection, tenant, made, at + 1, line, item, control, ids.next());
        }
    }

    private static Case assessment(Connection connection, Tenant tenant, Case made) throws SQLException {
        SoaRows.assessment(connection, tenant, made);
        return made;
    }
}
