package eu.bekaa.standard.function.local;

import eu.bekaa.standard.function.analysis.AnalysisQueueHandler;
import eu.bekaa.standard.function.deliveries.DeliveryQueueHandler;
import eu.bekaa.standard.function.embeddings.EmbeddingQueueHandler;
import eu.bekaa.standard.function.ingestion.UploadQueueHandler;
import eu.bekaa.standard.function.local.QueuePoller.Weight;
import eu.bekaa.standard.function.reports.ReportsQueueHandler;
import eu.bekaa.standard.function.schedules.ScheduleHandler;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Tokens;
import eu.bekaa.standard.knowledge.embedding.KnowledgeIndex;
import eu.bekaa.standard.platform.identity.EveryOrganization;
import eu.bekaa.standard.queue.BatchAnswer;
import eu.bekaa.standard.queue.EventFunction;
import eu.bekaa.standard.queue.JobQueueHandler;
import eu.bekaa.standard.queue.JobSweep;
import eu.bekaa.standard.queue.Queue;
import eu.bekaa.standard.queue.QueueEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.exceptions.ApplicationStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Everything, running in this JVM.
/// @param environment what scripts and people need to know
/// @param demo        the organization of the demo, when there is one
record Platform(Settings settings, EnvironmentFile environment, Optional<UUID> demo) {
    /// They wait for others more than they work.
    private static final int DELIVERERS = 16;

    /// @throws StartFailure when something in this machine's setup stands in the way
    static Platform start(Settings settings, Home home, Teardown teardown, Console console) {
        requireFree(settings.port());
        console.say("Starting PostgreSQL, SQS and S3 in " + home.directory());
        return start(settings, home, Parts.start(home, teardown), teardown, console);
    }

    /// Starts the functions on parts that run already.
    static Platform start(Settings settings, Home home, Parts parts, Teardown teardown, Console console) {
        try (var owner = DriverManager.getConnection(parts.database().ownerUrl())) {
            var environment = EnvironmentFile.at(home.environment());
            environment.put("STANDARD_URL", settings.url());
            environment.put("STANDARD_DATABASE_URL", parts.database().ownerUrl());
            Bootstrap.chooseSecrets(environment, owner, new Tokens());
            console.say("Starting the functions");
            var context = teardown.add(context(settings, parts, environment));
            var bootstrap = new Bootstrap(context, owner, environment);
            bootstrap.run();
            var demo = settings.demo() ? Optional.of(bootstrap.demo()) : Optional.<UUID>empty();
            serve(settings, context);
            work(parts, context, teardown);
            return new Platform(settings, environment, demo);
        } catch (SQLException failure) {
            throw new IllegalStateException("The database does not answer.", failure);
        }
    }

    private static ApplicationContext context(Settings settings, Parts parts, EnvironmentFile environment) {
        var properties = new HashMap<>(parts.properties());
        properties.put("micronaut.server.host", "localhost");
        properties.put("micronaut.server.port", settings.port());
        properties.put(
                "standard.audit.signing-key-file",
                settings.home().resolve("audit-signing.key").toString());
        properties.put(
                "standard.secrets.key-file",
                settings.home().resolve("secrets.key").toString());
        // nothing leaves this machine by accident
        properties.put("standard.email.sender", "mailbox");
        properties.put("standard.email.web-address", settings.url() + "/api/v1");
        properties.put("standard.admin-key", environment.get("STANDARD_ADMIN_KEY"));
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("local")
                .banner(false)
                .propertySources(PropertySource.of("local platform", properties))
                .start();
    }

    private static void serve(Settings settings, ApplicationContext context) {
        try {
            context.getBean(EmbeddedServer.class).start();
        } catch (ApplicationStartupException taken) {
            throw busy(settings.port());
        }
    }

    /// Each queue's function with as many workers as the machine can feed. Embedding keeps every core busy, and steps
    /// back for requests.
    private static void work(Parts parts, ApplicationContext context, Teardown teardown) {
        var cores = Runtime.getRuntime().availableProcessors();
        var jobs = new JobQueueHandler(context);
        poll(parts, teardown, Queue.INGESTION, jobs, 2, Weight.ORDINARY);
        poll(parts, teardown, Queue.EMBEDDINGS, new EmbeddingQueueHandler(context), cores, Weight.BACKGROUND);
        poll(parts, teardown, Queue.REPORTS, new ReportsQueueHandler(context), 1, Weight.ORDINARY);
        poll(parts, teardown, Queue.ANALYSIS, new AnalysisQueueHandler(context), 1, Weight.ORDINARY);
        poll(parts, teardown, Queue.IMPORTS, jobs, 1, Weight.ORDINARY);
        poll(parts, teardown, Queue.UPLOADS, new UploadQueueHandler(context), 1, Weight.ORDINARY);
        poll(parts, teardown, Queue.DELIVERIES, new DeliveryQueueHandler(context), DELIVERERS, Weight.ORDINARY);
        // what an earlier run left: its queues are gone, its rows and objects are not
        context.getBean(JobSweep.class).resume(nobody());
        parts.announceWaiting().run();
        // and what an earlier release has embedded by another model
        context.getBean(EveryOrganization.class)
                .each(nobody(), "Bringing the index up to date", context.getBean(KnowledgeIndex.class)::catchUp);
        teardown.add(new Metronome(new ScheduleHandler(context), context.getBean(Ids.class)).start());
    }

    private static void poll(
            Parts parts,
            Teardown teardown,
            Queue queue,
            EventFunction<QueueEvent, BatchAnswer> function,
            int workers,
            Weight weight) {
        teardown.add(new QueuePoller(parts.queues(), Parts.queueName(queue), function).start(workers, weight));
    }

    private static Caller nobody() {
        return new Caller(
                Caller.PLATFORM, new Actor.Worker(Caller.PLATFORM, "local start"), Set.of(), "local-start", null, null);
    }

    /// Found out before anything is started.
    private static void requireFree(int port) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName("localhost"), port));
        } catch (IOException taken) {
            throw busy(port);
        }
    }

    private static StartFailure busy(int port) {
        return new StartFailure(
                "Port " + port + " is in use by another program; stop it, or name another port in STANDARD_PORT.");
    }
}
