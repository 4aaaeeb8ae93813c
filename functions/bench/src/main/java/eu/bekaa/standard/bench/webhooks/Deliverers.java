package eu.bekaa.standard.bench.webhooks;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.platform.webhook.NewWebhook;
import eu.bekaa.standard.platform.webhook.WebhookService;
import eu.bekaa.standard.queue.JobMessage;
import eu.bekaa.standard.queue.JobRunner;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.queue.event.EventType;
import eu.bekaa.standard.queue.event.Events;
import eu.bekaa.standard.testing.Tenants;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// An organization with webhooks, told of events as the product tells them: spread by one job per event, called by one
/// job per webhook.
final class Deliverers {
    private static final int EVENTS = 40;
    /// As many as the local platform has.
    static final int WORKERS = 16;

    private final Events events;
    private final Jobs jobs;
    private final JobRunner runner;
    private final JsonMapper json;
    private final Caller caller;

    /// @param urls one webhook each
    Deliverers(ApplicationContext context, Iterable<String> urls) {
        this.events = context.getBean(Events.class);
        this.jobs = context.getBean(Jobs.class);
        this.runner = context.getBean(JobRunner.class);
        this.json = context.getBean(JsonMapper.class);
        this.caller = context.getBean(Tenants.class).create().owner();
        var webhooks = context.getBean(WebhookService.class);
        urls.forEach(url -> webhooks.create(caller, caller.org(), new NewWebhook(url, null, null, null)));
    }

    /// Raises events and has every webhook told; a webhook that hangs is not waited for.
    /// @return deliveries that were answered, per second of calling
    double perSecond() throws SQLException {
        for (int i = 0; i < EVENTS; i++) {
            var event = events.raise(
                    caller, EventType.ASSESSMENT_CREATED, caller.org(), Map.of("state", "draft", "number", i));
            run(jobs.ofSubject(caller, event).getLast().jobId());
        }
        long before = delivered();
        long start = System.nanoTime();
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            var others = new ArrayList<CompletableFuture<Void>>();
            callers().forEach((job, url) -> {
                var call = CompletableFuture.runAsync(() -> run(job), workers);
                if (!url.contains("/hang")) {
                    others.add(call);
                }
            });
            CompletableFuture.allOf(others.toArray(CompletableFuture[]::new)).join();
            double seconds = (System.nanoTime() - start) / 1e9;
            return (delivered() - before) / seconds;
        }
    }

    /// The jobs that call, with their addresses.
    private Map<UUID, String> callers() throws SQLException {
        var callers = new LinkedHashMap<UUID, String>();
        try (var owner = TestDatabase.instance().owner();
                var select = owner.prepareStatement("SELECT caller_job, url FROM webhook WHERE organization_id = ?"
                        + " AND caller_job IS NOT NULL ORDER BY created_at DESC")) {
            select.setObject(1, caller.org());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    callers.put(rows.getObject(1, UUID.class), rows.getString(2));
                }
            }
        }
        return callers;
    }

    private long delivered() throws SQLException {
        try (var owner = TestDatabase.instance().owner();
                var select = owner.prepareStatement(
                        "SELECT count(*) FROM webhook_delivery WHERE organization_id = ? AND status = 'delivered'")) {
            select.setObject(1, caller.org());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void run(UUID id) {
        try {
            var job = jobs.find(caller, id).orElseThrow();
            var message = new JobMessage(job.jobId(), job.organizationId(), job.kind(), job.traceId());
            runner.run(new String(json.writeValueAsBytes(message), StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
