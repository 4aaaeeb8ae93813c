package eu.bekaa.standard.catalog.imports;

import eu.bekaa.standard.catalog.MappingSource;
import eu.bekaa.standard.catalog.RecordStatus;
import eu.bekaa.standard.catalog.source.ScfContent;
import eu.bekaa.standard.catalog.source.ScfContent.Framework;
import eu.bekaa.standard.kernel.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Writes the mappings of a version, and those of its frameworks that no earlier version knows
/// (STD-11).
final class FrameworkLoad {
    private final Connection connection;
    private final Ids ids;
    private final NewVersion version;
    private final ScfContent content;
    private final Map<String, UUID> frameworkIds = new HashMap<>();
    private int rows;

    FrameworkLoad(Connection connection, Ids ids, NewVersion version, ScfContent content) {
        this.connection = connection;
        this.ids = ids;
        this.version = version;
        this.content = content;
    }

    /// @return how many rows were written
    int write(Map<String, UUID> controlIds) throws SQLException {
        writeFrameworks();
        var requirements = new RequirementLoad(connection, ids, version, frameworkIds);
        rows += requirements.write(content.frameworks());
        writeMappings(controlIds, requirements);
        return rows;
    }

    private void writeFrameworks() throws SQLException {
        try (var select = connection.prepareStatement("SELECT framework_code, framework_id FROM scf_framework");
                var known = select.executeQuery()) {
            while (known.next()) {
                frameworkIds.put(known.getString(1), known.getObject(2, UUID.class));
            }
        }
        completeFrameworks();
        try (var copy = new CopyTable(
                connection,
                "scf_framework (framework_id, framework_code, framework_name, framework_version, publisher, jurisdiction,"
                        + " source_title, source_url, status, is_synthetic)")) {
            for (var framework : content.frameworks()) {
                if (!frameworkIds.containsKey(framework.code())) {
                    var id = ids.next();
                    frameworkIds.put(framework.code(), id);
                    copy.row(
                            id,
                            framework.code(),
                            framework.name(),
                            framework.version(),
                            framework.publisher(),
                            framework.jurisdiction(),
                            framework.title(),
                            framework.url(),
                            RecordStatus.ACTIVE,
                            version.isSynthetic());
                }
            }
            rows += copy.end();
        }
    }

    /// What an earlier source left open is filled in; nothing that is known changes.
    private void completeFrameworks() throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE scf_framework
                   SET framework_version = COALESCE(framework_version, ?),
                       publisher = COALESCE(publisher, ?),
                       jurisdiction = COALESCE(jurisdiction, ?),
                       source_title = COALESCE(source_title, ?),
                       source_url = COALESCE(source_url, ?),
                       is_synthetic = is_synthetic AND ?
                 WHERE framework_id = ?
                """)) {
            for (var framework : content.frameworks()) {
                var id = frameworkIds.get(framework.code());
                if (id != null) {
                    update.setString(1, framework.version());
                    update.setString(2, framework.publisher());
                    update.setString(3, framework.jurisdiction());
                    update.setString(4, framework.title());
                    update.setString(5, framework.url());
                    update.setBoolean(6, version.isSynthetic());
                    update.setObject(7, id);
                    update.addBatch();
                }
            }
            rows += Arrays.stream(update.executeBatch()).sum();
        }
    }

    private void writeMappings(Map<String, UUID> controlIds, RequirementLoad written) throws SQLException {
        try (var copy = new CopyTable(
                connection,
                "scf_mapping (scf_mapping_id, scf_version_id, scf_framework_id, scf_framework_requirement_id, scf_control_id,"
                        + " relationship_type, strength_score, mapping_rationale, mapping_source, is_official, status)")) {
            for (var framework : content.frameworks()) {
                var requirements = written.of(framework);
                for (var mapping : framework.mappings()) {
                    copy.row(
                            ids.next(),
                            version.id(),
                            idOf(framework),
                            requirements.get(mapping.requirementCode()),
                            controlIds.get(mapping.controlCode()),
                            mapping.type(),
                            mapping.strength(),
                            mapping.rationale(),
                            MappingSource.OFFICIAL_SCF,
                            true,
                            RecordStatus.ACTIVE);
                }
            }
            rows += copy.end();
        }
    }

    private UUID idOf(Framework framework) {
        return Objects.requireNonNull(frameworkIds.get(framework.code()));
    }
}
