package eu.bekaa.standard.catalog.imports;

import eu.bekaa.standard.catalog.ImportStatus;
import eu.bekaa.standard.catalog.source.ScfContent;
import eu.bekaa.standard.catalog.workbook.ScfWorkbook;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Ids;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes one version into the catalog, whole or not at all: everything in the transaction that is open.
@Singleton
class CatalogLoad {
    /// One import at a time: they share frameworks and requirements.
    private static final long LOCK = 0x5CF0_CA7AL;

    private static final int MONTHS = 1000;

    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    CatalogLoad(Transactions transactions, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param rows how many were written; 0 when the same source bears the label already (STD-16)
    record Loaded(UUID scfVersionId, int rows) {}

    /// The label belongs to a version from another source.
    static final class LabelTaken extends Exception {
        private static final long serialVersionUID = 1L;
    }

    Loaded load(ImportRun run, ScfContent content) throws LabelTaken {
        var connection = transactions.connection();
        try {
            lock(connection);
            var earlier = versionWithLabel(connection, run);
            return earlier == null ? write(connection, run, content) : earlier;
        } catch (SQLException failure) {
            throw new IllegalStateException("The catalog could not be written.", failure);
        }
    }

    private Loaded write(Connection connection, ImportRun run, ScfContent content) throws SQLException {
        var version = insertVersion(connection, run);
        var controls = new ControlLoad(connection, ids, version, content);
        int rows = 1 + controls.write();
        rows += new FrameworkLoad(connection, ids, version, content).write(controls.controlIds());
        return new Loaded(version.id(), rows);
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    private static @Nullable Loaded versionWithLabel(Connection connection, ImportRun run)
            throws SQLException, LabelTaken {
        try (var select = connection.prepareStatement(
                "SELECT scf_version_id, source_hash FROM scf_version WHERE version_label = ?")) {
            select.setString(1, run.versionLabel());
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                if (!row.getString(2).equals(run.sourceHash())) {
                    throw new LabelTaken();
                }
                return new Loaded(row.getObject(1, UUID.class), 0);
            }
        }
    }

    private NewVersion insertVersion(Connection connection, ImportRun run) throws SQLException {
        var id = ids.next();
        var now = clock.instant();
        boolean synthetic = run.sourceType() == SourceType.SYNTHETIC_FIXTURE;
        try (var insert = connection.prepareStatement("""
                INSERT INTO scf_version (scf_version_id, version_label, source_hash, import_status, imported_at, is_synthetic,
                                         release_order)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                RETURNING import_order
                """)) {
            insert.setObject(1, id);
            insert.setString(2, run.versionLabel());
            insert.setString(3, run.sourceHash());
            insert.setString(4, ImportStatus.SUCCEEDED.toString());
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            insert.setBoolean(6, synthetic);
            insert.setInt(7, releaseOrder(run.versionLabel(), now));
            try (var row = insert.executeQuery()) {
                row.next();
                return new NewVersion(id, row.getLong(1), synthetic);
            }
        }
    }

    /// Year and number of the release that the label names; a label that names none is as new as its import.
    static int releaseOrder(String label, Instant now) {
        var release = ScfWorkbook.release(label);
        if (release == null) {
            var today = now.atZone(ZoneOffset.UTC);
            return today.getYear() * MONTHS + today.getMonthValue();
        }
        var parts = release.split("\\.", -1);
        return Integer.parseInt(parts[0]) * MONTHS
                + Math.min(Integer.parseInt(parts[1].substring(0, Math.min(3, parts[1].length()))), MONTHS - 1);
    }
}
