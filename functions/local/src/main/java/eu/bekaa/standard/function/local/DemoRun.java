package eu.bekaa.standard.function.local;

import eu.bekaa.standard.function.local.demo.Api;
import eu.bekaa.standard.function.local.demo.Demo;
import io.micronaut.json.JsonMapper;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the demonstration in the background, signed in as the people, and shows how far it is.
final class DemoRun {
    private static final Logger LOG = LoggerFactory.getLogger(DemoRun.class);

    private final Platform platform;
    private final UUID organization;
    private final Console console;
    private final AtomicInteger steps = new AtomicInteger();

    DemoRun(Platform platform, UUID organization, Console console) {
        this.platform = platform;
        this.organization = organization;
        this.console = console;
    }

    void start() {
        Thread.ofPlatform().daemon().name("demo").start(this::run);
    }

    /// What goes wrong is no reason to stop the platform; the next start takes the demonstration up.
    private void run() {
        try {
            var report = new Demo(
                            signedIn(People.ADMIN, ""),
                            signedIn(People.ASSESSOR),
                            signedIn(People.APPROVER),
                            this::step)
                    .run();
            console.progress(Demo.STEPS, Demo.STEPS, "Done");
            console.say(
                    "  Demo report    " + platform.settings().url() + report + "/download?format=pdf  (as the assessor,"
                            + " with the header x-standard-tenant-id: " + organization + ")");
        } catch (RuntimeException failure) {
            LOG.info("The demonstration stopped", failure);
            console.say("The demonstration stopped; the next start takes it up. The log says why.");
        }
    }

    private void step(String what) {
        console.progress(steps.getAndIncrement(), Demo.STEPS, what);
    }

    private Api signedIn(People person) {
        return signedIn(person, organization.toString());
    }

    private Api signedIn(People person, String inOrganization) {
        var environment = platform.environment();
        return Api.signIn(
                URI.create(platform.settings().url()),
                JsonMapper.createDefault(),
                inOrganization,
                environment.get(person.emailVariable()),
                environment.get(person.passwordVariable()));
    }
}
