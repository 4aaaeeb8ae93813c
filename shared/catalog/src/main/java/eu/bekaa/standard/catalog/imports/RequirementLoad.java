package eu.bekaa.standard.catalog.imports;

import eu.bekaa.standard.catalog.RecordStatus;
import eu.bekaa.standard.catalog.source.Codes;
import eu.bekaa.standard.catalog.source.ScfContent.Framework;
import eu.bekaa.standard.kernel.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// Writes the requirements of a version that no earlier version knows (STD-11).
final class RequirementLoad {
    private final Connection connection;
    private final Ids ids;
    private final NewVersion version;
    private final Map<String, UUID> frameworkIds;
    private final Map<UUID, Map<String, UUID>> requirementIds = new HashMap<>();
    private int rows;

    RequirementLoad(Connection connection, Ids ids, NewVersion version, Map<String, UUID> frameworkIds) {
        this.connection = connection;
        this.ids = ids;
        this.version = version;
        this.frameworkIds = frameworkIds;
    }

    /// The requirements of a framework by code.
    Map<String, UUID> of(Framework framework) {
        return Objects.requireNonNull(requirementIds.get(idOf(framework)));
    }

    /// @return how many rows were written
    int write(List<Framework> frameworks) throws SQLException {
        var adopted = new ArrayList<UUID>();
        for (var framework : frameworks) {
            requirementIds.put(idOf(framework), new HashMap<>());
        }
        var synthetic = readRequirements();
        try (var copy = new CopyTable(
                connection,
                "scf_requirement (requirement_id, framework_id, requirement_code, requirement_title, requirement_text, is_mcr,"
                        + " mcr_rationale, status, is_synthetic, sort_key, import_order)")) {
            for (var framework : frameworks) {
                var known = of(framework);
                for (var requirement : framework.requirements()) {
                    var id = known.get(requirement.code());
                    if (id == null) {
                        id = ids.next();
                        known.put(requirement.code(), id);
                        copy.row(
                                id,
                                idOf(framework),
                                requirement.code(),
                                requirement.title(),
                                requirement.text(),
                                requirement.mcr(),
                                requirement.mcrRationale(),
                                RecordStatus.ACTIVE,
                                version.isSynthetic(),
                                Codes.naturalOrder(requirement.code()),
                                version.importOrder());
                    } else if (!version.isSynthetic() && synthetic.contains(id)) {
                        adopted.add(id);
                    }
                }
            }
            rows += copy.end();
        }
        adopt(adopted);
        return rows;
    }

    /// Notes the requirements that are known already.
    /// @return those that only fixtures have stated
    private Set<UUID> readRequirements() throws SQLException {
        var synthetic = new HashSet<UUID>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT framework_id, requirement_code, requirement_id, is_synthetic
                  FROM scf_requirement
                 WHERE framework_id = ANY (?)
                """)) {
            select.setArray(
                    1, connection.createArrayOf("uuid", requirementIds.keySet().toArray()));
            try (var known = select.executeQuery()) {
                while (known.next()) {
                    var id = known.getObject(3, UUID.class);
                    requirementIds
                            .getOrDefault(known.getObject(1, UUID.class), new HashMap<>())
                            .put(known.getString(2), id);
                    if (known.getBoolean(4)) {
                        synthetic.add(id);
                    }
                }
            }
        }
        return synthetic;
    }

    /// What only a fixture had stated is a requirement from now on, and for versions from now on (STD-17).
    private void adopt(List<UUID> requirements) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE scf_requirement
                   SET is_synthetic = false, import_order = ?
                 WHERE requirement_id = ANY (?)
                """)) {
            update.setLong(1, version.importOrder());
            update.setArray(2, connection.createArrayOf("uuid", requirements.toArray()));
            rows += update.executeUpdate();
        }
    }

    private UUID idOf(Framework framework) {
        return Objects.requireNonNull(frameworkIds.get(framework.code()));
    }
}
