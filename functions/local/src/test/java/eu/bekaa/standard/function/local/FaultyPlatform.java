package eu.bekaa.standard.function.local;

import eu.bekaa.standard.function.local.Relay.Ailment;
import eu.bekaa.standard.function.local.demo.Api;
import eu.bekaa.standard.function.local.demo.Journey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/// A platform that things happen to: it can be killed and started again on the same directory, and its PostgreSQL, its
/// object store and its queues can go away. PostgreSQL writes through to the disk, as in every platform that stays.
final class FaultyPlatform implements AutoCloseable {
    private final Path home;
    private final Relay objects = new Relay();
    private final Relay queues = new Relay();
    private final Map<String, String> settings = new TreeMap<>();
    private RunningPlatform running;

    FaultyPlatform(Path home) throws Exception {
        this.home = home;
        for (var category : new String[] {"DOCUMENTS", "ADMIN", "RENDER", "AGENT_RUNS", "OTHERS"}) {
            settings.put("STANDARD_RATE_LIMITS_" + category, "100000000");
        }
        settings.put("STANDARD_DEMO", "false");
        settings.put("STANDARD_OUTBOUND_REACH", "any");
        settings.put("STANDARD_PORT", Integer.toString(RunningPlatform.freePort()));
        settings.put(RelayedMain.OBJECTS, objects.address().toString());
        settings.put(RelayedMain.QUEUES, queues.address().toString());
        running = launched();
    }

    /// Starts it again, all is well around it.
    void start() throws Exception {
        running = launched();
    }

    private RunningPlatform launched() throws Exception {
        objects.suffer(Ailment.NONE);
        queues.suffer(Ailment.NONE);
        var platform = RunningPlatform.launch(home, settings, RelayedMain.class);
        platform.await("queues ");
        objects.leadTo(URI.create(platform.said("objects ").orElseThrow()));
        queues.leadTo(URI.create(platform.said("queues ").orElseThrow()));
        return platform.awaitReady();
    }

    /// The JVM is gone at once, and what its queues held with it; PostgreSQL is left without a client.
    void kill() throws InterruptedException {
        running.kill();
    }

    DatabaseServer database() {
        return new DatabaseServer(home);
    }

    Relay objects() {
        return objects;
    }

    Relay queues() {
        return queues;
    }

    /// Where its objects lie as files.
    Path bucket() {
        return home.resolve("objects").resolve("standard");
    }

    URI url() {
        return URI.create(environment("STANDARD_URL"));
    }

    String environment(String name) {
        return running.environment().get(name);
    }

    Ledger ledger() throws SQLException {
        return Ledger.of(running);
    }

    /// A person, signed in to the organization of every first start. Sessions survive whatever happens here.
    Api signIn(People person) {
        return running.signIn(person, environment("STANDARD_ORG_ID"));
    }

    Journey journey() {
        return new Journey(
                running.signIn(People.ADMIN, ""), signIn(People.ASSESSOR), signIn(People.APPROVER), step -> {});
    }

    @Override
    public void close() throws IOException {
        running.close();
        objects.close();
        queues.close();
    }
}
