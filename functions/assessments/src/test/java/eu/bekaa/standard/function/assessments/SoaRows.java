package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.function.assessments.Analysed.Case;
import eu.bekaa.standard.function.assessments.Analysed.Line;
import eu.bekaa.standard.testing.OwnerSql;
import eu.bekaa.standard.testing.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rows of an assessment with an approved SoA.
final class SoaRows {
    private SoaRows() {}

    static void assessment(Connection connection, Tenant tenant, Case made) throws SQLException {
        var org = tenant.organizationId();
        var assessor = tenant.assessor().actor().id();
        var approver = tenant.approver().actor().id();
        OwnerSql.change(connection, """
                INSERT INTO assessment (assessment_id, row_version, organization_id, name, state, scf_version_id,
                                        scf_version_label, event_count, framework_id, announced_documents, cycle_number,
                                        is_synthetic, created_by, created_at, updated_at)
                VALUES (?, 0, ?, 'Analysed', 'evidence_analysis_ready', ?, 'test', 0, ?, 0, 1, true, ?, now(), now())
                """, made.assessmentId(), org, made.scfVersionId(), made.frameworkId(), assessor);
        OwnerSql.change(
                connection,
                """
                INSERT INTO artifact_version (version_id, organization_id, assessment_id, kind, number, status,
                framework_id,
                                              scf_version_id, metadata, created_by, created_at, trace_id)
                VALUES (?, ?, ?, 'soa', 1, 'draft', ?, ?, '{}', ?, now(), 'test-trace')
                """,
                made.soaVersionId(),
                org,
                made.assessmentId(),
                made.frameworkId(),
                made.scfVersionId(),
                assessor);
        var approval = UUID.nameUUIDFromBytes(
                made.soaVersionId().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        OwnerSql.change(connection, """
                INSERT INTO approval (approval_id, organization_id, assessment_id, gate, target_type, target_id,
                                      artifact_version, decision, requested_by, actor_id, created_at, decided_at,
                                      trace_id)
                VALUES (?, ?, ?, 'soa', 'artifact_version', ?, 1, 'approved', ?, ?, now(), now(), 'test-trace')
                """, approval, org, made.assessmentId(), made.soaVersionId(), assessor, approver);
        OwnerSql.change(connection, """
                UPDATE artifact_version
                   SET status = 'approved', submitted_by = ?, submitted_at = now(), decided_by = ?, decided_at = now(),
                       approval_id = ?
                 WHERE version_id = ?
                """, assessor, approver, approval, made.soaVersionId());
    }

    static void item(
            Connection connection, Tenant tenant, Case made, int ordinal, Line line, UUID item, @Nullable UUID control)
            throws SQLException {
        OwnerSql.change(
                connection,
                """
                INSERT INTO soa_item (soa_item_id, row_version, organization_id, soa_version_id, ordinal, framework_id,
                                      framework_requirement_id, requirement_code, scf_version_id, scf_control_id,
                                      control_code,
                                      applicability_status, implementation_status, non_applicability_rationale,
                                      evidence_coverage, confidence_score, requires_user_validation, mapping_status,
                                      responsibility_type)
                VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'not_assessed', ?, 'not_checked', 0, false, ?, 'internal')
                """,
                item,
                tenant.organizationId(),
                made.soaVersionId(),
                ordinal,
                made.frameworkId(),
                made.requirements().get(line.requirement()),
                line.requirement(),
                made.scfVersionId(),
                control,
                line.control(),
                line.applicability(),
                line.rationale(),
                control == null ? "no_official_mapping" : "official_mapping");
    }

    static void evidence(
            Connection connection,
            Tenant tenant,
            Case made,
            int ordinal,
            Line line,
            UUID item,
            @Nullable UUID control,
            UUID finding)
            throws SQLException {
        var chunk = new UUID(0, 7);
        var signals = line.signals().stream()
                .map(signal -> """
                        {"signal": "%s", "phrase": "is", "sentence": "It is.",
                         "document_id": "%s", "chunk_id": "%s"}
                        """.formatted(signal, chunk, chunk))
                .collect(Collectors.joining(",", "[", "]"));
        OwnerSql.change(
                connection,
                """
                INSERT INTO evidence_finding (evidence_finding_id, organization_id, assessment_id, soa_version_id,
                soa_item_id,
                                              ordinal, framework_requirement_id, scf_control_id, evidence_strength,
                                              evidence_status, evidence_summary, evidence_limitations, confidence_score,
                                              matched_signals, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'Assets are inventoried (asset-policy.pdf, page 3).', '{}', ?,
                        CAST(? AS jsonb), now())
                """,
                finding,
                tenant.organizationId(),
                made.assessmentId(),
                made.soaVersionId(),
                item,
                ordinal,
                made.requirements().get(line.requirement()),
                control,
                line.strength(),
                line.status(),
                line.confidence(),
                signals);
    }
}
