package eu.bekaa.standard.function.schedules;

import eu.bekaa.standard.assurance.agent.Overruns;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.document.Arrivals;
import eu.bekaa.standard.knowledge.document.StorageSweep;
import eu.bekaa.standard.platform.identity.EveryOrganization;
import eu.bekaa.standard.platform.observability.Observation;
import eu.bekaa.standard.platform.proof.Sealing;
import eu.bekaa.standard.platform.retention.Retention;
import eu.bekaa.standard.queue.EventFunction;
import eu.bekaa.standard.queue.JobSweep;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Lambda handler of the schedule. Each task may run twice, late or beside itself.
public class ScheduleHandler extends EventFunction<ScheduleEvent, @Nullable Void> {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduleHandler.class);

    private final JobSweep sweep;
    private final Retention retention;
    private final Arrivals arrivals;
    private final StorageSweep storage;
    private final Observation observation;
    private final Sealing sealing;
    private final EveryOrganization organizations;
    private final Overruns overruns;

    public ScheduleHandler() {
        this(ApplicationContext.run());
    }

    public ScheduleHandler(ApplicationContext context) {
        super(context.getBean(JsonMapper.class), ScheduleEvent.class);
        sweep = context.getBean(JobSweep.class);
        retention = context.getBean(Retention.class);
        arrivals = context.getBean(Arrivals.class);
        storage = context.getBean(StorageSweep.class);
        observation = context.getBean(Observation.class);
        sealing = context.getBean(Sealing.class);
        organizations = context.getBean(EveryOrganization.class);
        overruns = context.getBean(Overruns.class);
    }

    @Override
    public @Nullable Void handle(ScheduleEvent event) {
        var caller = caller(event.id());
        Rule.in(event.resources())
                .ifPresentOrElse(rule -> run(rule, caller), () -> LOG.warn("No task belongs to {}", event.resources()));
        return null;
    }

    @Override
    protected void rehearse() {
        rehearse(new ScheduleEvent("rehearsal", List.of()), null);
        organizations.each(caller("rehearsal"), "Rehearsing", organization -> {});
    }

    private void run(Rule rule, Caller caller) {
        switch (rule) {
            case EVERY_MINUTE -> {
                sweep.sweep(caller);
                arrivals.sweep();
                observation.observe(caller);
                organizations.each(caller, "Failing overdue agent runs", overruns::failOverdue);
            }
            case EVERY_HOUR -> {
                retention.purge(caller);
                storage.sweep();
                observation.purge(caller);
                sealing.seal(caller);
            }
        }
    }

    /// Nobody asked: the product acts on its own, under the event's id.
    private static Caller caller(String eventId) {
        var schedule = new Actor.Worker(Caller.PLATFORM, "schedule");
        return new Caller(Caller.PLATFORM, schedule, Set.of(), "schedule-" + eventId, null, null);
    }
}
