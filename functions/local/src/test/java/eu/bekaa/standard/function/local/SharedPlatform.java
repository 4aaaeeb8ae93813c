package eu.bekaa.standard.function.local;

import eu.bekaa.standard.function.local.demo.Answers;
import eu.bekaa.standard.function.local.demo.Api;
import eu.bekaa.standard.function.local.demo.Journey;
import eu.bekaa.standard.function.local.demo.StarterCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/// One platform for every test that needs no platform of its own: started by the first, ended with the JVM. The
/// starter catalog is in.
public final class SharedPlatform {
    private static final class Holder {
        static final SharedPlatform INSTANCE = begin();
    }

    private final Api admin;
    private final Api assessor;
    private final Api approver;
    private final String catalog;

    private SharedPlatform(RunningPlatform platform) {
        var organization = platform.environment().get("STANDARD_ORG_ID");
        this.admin = platform.signIn(People.ADMIN, organization);
        this.assessor = platform.signIn(People.ASSESSOR, organization);
        this.approver = platform.signIn(People.APPROVER, organization);
        this.catalog = Answers.text(
                journey().importWorkbook(StarterCatalog.workbook(), StarterCatalog.LABEL), "scf_version_id");
    }

    public static SharedPlatform instance() {
        return Holder.INSTANCE;
    }

    public Api admin() {
        return admin;
    }

    public Api assessor() {
        return assessor;
    }

    public Api approver() {
        return approver;
    }

    /// The SCF version of the starter catalog.
    public String catalog() {
        return catalog;
    }

    public Journey journey() {
        return new Journey(admin, assessor, approver, step -> {});
    }

    private static SharedPlatform begin() {
        try {
            var home = Files.createTempDirectory("standard-rules");
            var platform = RunningPlatform.launch(
                            home,
                            Map.of(
                                    "STANDARD_PORT",
                                    Integer.toString(RunningPlatform.freePort()),
                                    "STANDARD_DEMO",
                                    "false",
                                    "STANDARD_RATE_LIMITS_DOCUMENTS",
                                    "100000",
                                    "STANDARD_RATE_LIMITS_ADMIN",
                                    "100000",
                                    "STANDARD_RATE_LIMITS_OTHERS",
                                    "100000"))
                    .awaitReady();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(platform, home)));
            return new SharedPlatform(platform);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped.", stopped);
        }
    }

    private static void end(RunningPlatform platform, Path home) {
        platform.close();
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
