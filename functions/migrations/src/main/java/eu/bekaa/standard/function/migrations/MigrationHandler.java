package eu.bekaa.standard.function.migrations;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/// The Lambda handler that the deployment calls. What it is sent does not matter; that it fails does: the deployment
/// then stops, and the functions stay as they are.
public final class MigrationHandler implements RequestStreamHandler {
    private final Database database;

    public MigrationHandler() {
        this(Database.of(System.getenv()));
    }

    MigrationHandler(Database database) {
        this.database = database;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        try {
            new Preparation(database).run();
        } catch (SQLException failure) {
            throw new IllegalStateException("The roles and the database could not be prepared.", failure);
        }
        var done = Flyway.configure()
                .dataSource(database.ownerUrl(), null, null)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        var version = done.targetSchemaVersion == null ? done.initialSchemaVersion : done.targetSchemaVersion;
        answer.write("{\"schema_version\":\"%s\",\"migrations\":%d}"
                .formatted(version, done.migrationsExecuted)
                .getBytes(StandardCharsets.UTF_8));
    }
}
