package eu.bekaa.standard.testing;

import eu.bekaa.standard.localcloud.LocalObjects;
import eu.bekaa.standard.localcloud.LocalObjects.Credentials;

/// The S3 server of this test JVM; what arrives under `incoming/` is announced on `standard-uploads`.
final class TestObjects {
    static final Credentials CREDENTIALS = new Credentials("local", "local-secret");

    private static final Once<LocalObjects> SERVER = new Once<>(() ->
            LocalObjects.temporary(CREDENTIALS, event -> TestQueues.server().send("standard-uploads", event)));

    private TestObjects() {}

    static LocalObjects server() {
        return SERVER.get();
    }
}
