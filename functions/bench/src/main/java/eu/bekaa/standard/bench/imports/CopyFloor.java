package eu.bekaa.standard.bench.imports;

import eu.bekaa.standard.testing.TestDatabase;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.postgresql.PGConnection;

/// The floor: the event reader's cells, by COPY into tables with the product's keys, in one durable transaction.
final class CopyFloor implements AutoCloseable {
    private static final double NANOS = 1e9;
    private static final String TABLES = """
            CREATE SCHEMA floor;
            CREATE TABLE floor.control (version_id uuid NOT NULL, control_id uuid PRIMARY KEY, code text NOT NULL, row text NOT NULL,
                UNIQUE (version_id, code), UNIQUE (version_id, control_id));
            CREATE TABLE floor.requirement (requirement_id uuid PRIMARY KEY, framework text NOT NULL, code text NOT NULL,
                UNIQUE (framework, code), UNIQUE (framework, requirement_id));
            CREATE TABLE floor.mapping (mapping_id uuid PRIMARY KEY, version_id uuid NOT NULL, framework text NOT NULL,
                requirement_id uuid NOT NULL, control_id uuid NOT NULL, relationship text NOT NULL, source text NOT NULL,
                FOREIGN KEY (framework, requirement_id) REFERENCES floor.requirement (framework, requirement_id),
                FOREIGN KEY (version_id, control_id) REFERENCES floor.control (version_id, control_id));
            CREATE UNIQUE INDEX ON floor.mapping (version_id, requirement_id, control_id);
            CREATE INDEX ON floor.mapping (version_id, framework);
            CREATE INDEX ON floor.mapping (control_id, framework);
            """;

    private final Connection connection;
    private final Path workbook;
    private final Set<String> headers;
    private int pairs;

    private CopyFloor(Connection connection, Path workbook, Set<String> headers) {
        this.connection = connection;
        this.workbook = workbook;
        this.headers = headers;
    }

    /// @param headers of the columns that map
    static CopyFloor prepare(Path workbook, Set<String> headers) throws SQLException {
        var connection = TestDatabase.instance().owner();
        try (var statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
        connection.setAutoCommit(false);
        return new CopyFloor(connection, workbook, headers);
    }

    int pairs() {
        return pairs;
    }

    /// @return seconds
    double load() throws IOException, SQLException {
        long start = System.nanoTime();
        var sheet = FloorSheet.read(workbook, headers);
        var requirements = known();
        var version = UUID.randomUUID();
        var controls = new HashMap<String, UUID>();
        var text = new StringBuilder(1 << 20);
        sheet.controls().forEach((code, row) -> {
            var id = UUID.randomUUID();
            controls.put(code, id);
            line(text, version, id, code, row);
        });
        copy("floor.control", text);
        for (var pair : sheet.pairs()) {
            var key = pair.framework() + '\t' + pair.requirement();
            if (!requirements.containsKey(key)) {
                var id = UUID.randomUUID();
                requirements.put(key, id);
                line(text, id, pair.framework(), pair.requirement());
            }
        }
        copy("floor.requirement", text);
        for (var pair : sheet.pairs()) {
            var requirement = requirements.get(pair.framework() + '\t' + pair.requirement());
            line(
                    text,
                    UUID.randomUUID(),
                    version,
                    pair.framework(),
                    Objects.requireNonNull(requirement, pair.requirement()),
                    Objects.requireNonNull(controls.get(pair.control()), pair.control()),
                    "intersects",
                    "official_scf");
        }
        copy("floor.mapping", text);
        connection.commit();
        pairs = sheet.pairs().size();
        return (System.nanoTime() - start) / NANOS;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private Map<String, UUID> known() throws SQLException {
        var known = new LinkedHashMap<String, UUID>();
        try (var select = connection.createStatement();
                var rows = select.executeQuery("SELECT framework, code, requirement_id FROM floor.requirement")) {
            while (rows.next()) {
                known.put(rows.getString(1) + '\t' + rows.getString(2), rows.getObject(3, UUID.class));
            }
        }
        return known;
    }

    private static void line(StringBuilder text, Object... values) {
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : "\t")
                    .append(values[i]
                            .toString()
                            .replace("\\", "\\\\")
                            .replace("\t", "\\t")
                            .replace("\r", "\\r")
                            .replace("\n", "\\n"));
        }
        text.append('\n');
    }

    private void copy(String table, StringBuilder text) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " FROM STDIN", new StringReader(text.toString()));
        text.setLength(0);
    }
}
