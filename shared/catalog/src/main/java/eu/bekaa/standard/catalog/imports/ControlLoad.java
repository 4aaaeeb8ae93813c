package eu.bekaa.standard.catalog.imports;

import eu.bekaa.standard.catalog.RecordStatus;
import eu.bekaa.standard.catalog.source.ScfContent;
import eu.bekaa.standard.kernel.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes the domains and controls of a version, and the lists they refer to.
final class ControlLoad {
    private final Connection connection;
    private final Ids ids;
    private final NewVersion version;
    private final ScfContent content;
    private final Map<String, UUID> controlIds = new HashMap<>();
    private int rows;

    ControlLoad(Connection connection, Ids ids, NewVersion version, ScfContent content) {
        this.connection = connection;
        this.ids = ids;
        this.version = version;
        this.content = content;
    }

    /// @return how many rows were written
    int write() throws SQLException {
        var domainIds = writeDomains();
        content.controls().forEach(control -> controlIds.put(control.code(), ids.next()));
        writeControls(domainIds);
        writeCriteria();
        writeLists();
        return rows;
    }

    Map<String, UUID> controlIds() {
        return controlIds;
    }

    private Map<String, UUID> writeDomains() throws SQLException {
        var domainIds = new HashMap<String, UUID>();
        try (var copy = new CopyTable(
                connection,
                "scf_domain (scf_domain_id, scf_version_id, domain_code, domain_name, description, intent, sort_order,"
                        + " is_synthetic)")) {
            int order = 0;
            for (var domain : content.domains()) {
                var id = ids.next();
                domainIds.put(domain.code(), id);
                copy.row(
                        id,
                        version.id(),
                        domain.code(),
                        domain.name(),
                        domain.description(),
                        domain.intent(),
                        ++order,
                        version.isSynthetic());
            }
            rows += copy.end();
        }
        return domainIds;
    }

    private void writeControls(Map<String, UUID> domainIds) throws SQLException {
        var artifacts = content.evidenceRequests().stream()
                .collect(Collectors.toMap(ScfContent.EvidenceRequest::code, ScfContent.EvidenceRequest::artifact));
        try (var copy = new CopyTable(
                connection,
                "scf_control (control_id, scf_version_id, scf_domain_id, ordinal, control_code, control_title,"
                        + " control_description, control_question, implementation_guidance, expected_evidence,"
                        + " control_weight, function_grouping, tags, evidence_request_codes, risk_codes, threat_codes,"
                        + " status, is_synthetic)")) {
            int ordinal = 0;
            for (var control : content.controls()) {
                copy.row(
                        controlIds.get(control.code()),
                        version.id(),
                        domainIds.get(control.domainCode()),
                        ++ordinal,
                        control.code(),
                        control.title(),
                        control.description(),
                        control.question(),
                        control.guidance(),
                        expectedEvidence(control, artifacts),
                        control.weight(),
                        control.functionGrouping(),
                        control.tags(),
                        control.evidenceRequests(),
                        control.risks(),
                        control.threats(),
                        control.isDeprecated() ? RecordStatus.DEPRECATED : RecordStatus.ACTIVE,
                        version.isSynthetic());
            }
            rows += copy.end();
        }
    }

    /// The requested artefacts by code and name, one a line.
    private static @Nullable String expectedEvidence(ScfContent.Control control, Map<String, String> artifacts) {
        return control.evidenceRequests().isEmpty()
                ? null
                : control.evidenceRequests().stream()
                        .map(code -> artifacts.containsKey(code) ? code + " " + artifacts.get(code) : code)
                        .collect(Collectors.joining("\n"));
    }

    private void writeCriteria() throws SQLException {
        try (var copy = new CopyTable(connection, "scf_maturity_criterion (control_id, level, criterion, reachable)")) {
            for (var control : content.controls()) {
                for (var criterion : control.criteria().entrySet()) {
                    copy.row(
                            controlIds.get(control.code()),
                            criterion.getKey(),
                            criterion.getValue(),
                            ScfContent.isReachable(criterion.getValue()));
                }
            }
            rows += copy.end();
        }
    }

    private void writeLists() throws SQLException {
        try (var copy = new CopyTable(
                connection,
                "scf_evidence_request (evidence_request_id, scf_version_id, ordinal, code, area, artifact, description)")) {
            int ordinal = 0;
            for (var request : content.evidenceRequests()) {
                copy.row(
                        ids.next(),
                        version.id(),
                        ++ordinal,
                        request.code(),
                        request.area(),
                        request.artifact(),
                        request.description());
            }
            rows += copy.end();
        }
        try (var copy = new CopyTable(
                connection,
                "scf_hazard (hazard_id, scf_version_id, ordinal, kind, code, grouping_name, name, description)")) {
            int ordinal = 0;
            for (var hazard : content.hazards()) {
                copy.row(
                        ids.next(),
                        version.id(),
                        ++ordinal,
                        hazard.kind(),
                        hazard.code(),
                        hazard.grouping(),
                        hazard.name(),
                        hazard.description());
            }
            rows += copy.end();
        }
    }
}
