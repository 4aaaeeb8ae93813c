package eu.bekaa.standard.bench.audit;

import eu.bekaa.standard.testing.TestDatabase;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;

/// The floor of a verification: every record comes over the wire and is hashed once.
record HashFloor(UUID organization) {
    double seconds() throws SQLException, NoSuchAlgorithmException {
        long start = System.nanoTime();
        var digest = MessageDigest.getInstance("SHA-256");
        try (var owner = TestDatabase.instance().owner()) {
            var copy = owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (SELECT * FROM audit_record WHERE organization_id = '" + organization
                            + "' ORDER BY sequence) TO STDOUT (FORMAT binary)");
            for (var row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                digest.update(row);
                digest.digest();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
