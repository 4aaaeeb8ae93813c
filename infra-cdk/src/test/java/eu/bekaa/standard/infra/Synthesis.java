package eu.bekaa.standard.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.assertions.Template;

/// The templates of a stage, made once for all tests: starting the CDK takes longer than everything else.
final class Synthesis {
    private static final class Trial {
        static final Synthesis INSTANCE = new Synthesis("dev", Map.of());
    }

    private static final class Holder {
        static final Synthesis PRODUCTION = new Synthesis(
                "prod",
                Map.of(
                        "alarmEmail", "on-call@example.org",
                        "emailFrom", "standard@example.org",
                        "bedrockModel", "eu.a-model"));
    }

    final StandardApp app;

    private Synthesis(String stage, Map<String, Object> more) {
        var project = Path.of("..").toAbsolutePath().normalize();
        try {
            var context = StandardApp.settings(stage, project);
            context.putAll(more);
            app = new StandardApp(
                    AppProps.builder()
                            .context(context)
                            .analyticsReporting(false)
                            .build(),
                    Zips.absent(project));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A stage with settings of a test's own.
    static Synthesis of(String stage, Map<String, Object> more) {
        return new Synthesis(stage, more);
    }

    static Synthesis production() {
        return Holder.PRODUCTION;
    }

    static Synthesis trial() {
        return Trial.INSTANCE;
    }

    Template network() {
        return Template.fromStack(app.network);
    }

    Template data() {
        return Template.fromStack(app.data);
    }

    Template storage() {
        return Template.fromStack(app.storage);
    }

    Template functions() {
        return Template.fromStack(app.functions);
    }

    Template observability() {
        return Template.fromStack(app.observability);
    }
}
