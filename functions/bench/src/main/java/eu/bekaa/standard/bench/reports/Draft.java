package eu.bekaa.standard.bench.reports;

import eu.bekaa.standard.assurance.soa.SoaDrafts;
import eu.bekaa.standard.bench.platform.Seed;
import eu.bekaa.standard.kernel.Caller;
import java.sql.Connection;
import java.sql.SQLException;

/// Drafts one Statement of Applicability after the other.
record Draft(SoaDrafts drafts, Caller caller, String salt) {
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS floor_item (LIKE soa_item INCLUDING ALL);
            TRUNCATE floor_item;
            """;
    private static final String INSERT = """
            INSERT INTO floor_item
            SELECT i.*
              FROM soa_item i
             WHERE i.soa_version_id IN (?, ?)
             LIMIT 1090
            """;

    double seconds() {
        long start = System.nanoTime();
        drafts.draft(
                caller,
                Seed.id(salt, "assessment1"),
                new SoaDrafts.Basis(Seed.catalogId("framework1"), Seed.catalogId("version"), Seed.id(salt, "scope1")));
        return (System.nanoTime() - start) / 1e9;
    }

    double floor(Connection owner) throws SQLException {
        try (var table = owner.createStatement();
                var insert = owner.prepareStatement(INSERT)) {
            table.execute(TABLE);
            insert.setObject(1, Seed.id(salt, "soa1"));
            insert.setObject(2, Seed.id(salt, "soa2"));
            long start = System.nanoTime();
            insert.executeUpdate();
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
