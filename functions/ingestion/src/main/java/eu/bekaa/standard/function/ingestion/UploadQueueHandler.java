package eu.bekaa.standard.function.ingestion;

import eu.bekaa.standard.knowledge.document.Arrivals;
import eu.bekaa.standard.queue.Batch;
import eu.bekaa.standard.queue.BatchAnswer;
import eu.bekaa.standard.queue.EventFunction;
import eu.bekaa.standard.queue.JobRunner.Verdict;
import eu.bekaa.standard.queue.QueueEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/// The Lambda handler of the upload queue: S3 tells of files that clients have sent directly.
public class UploadQueueHandler extends EventFunction<QueueEvent, BatchAnswer> {
    private static final QueueEvent NOTHING_CREATED = QueueEvent.of("rehearsal", "{\"Records\":[]}");

    private final Arrivals arrivals;
    private final JsonMapper json;

    public UploadQueueHandler() {
        this(ApplicationContext.run());
    }

    public UploadQueueHandler(ApplicationContext context) {
        this(context.getBean(JsonMapper.class), context.getBean(Arrivals.class));
    }

    private UploadQueueHandler(JsonMapper json, Arrivals arrivals) {
        super(json, QueueEvent.class);
        this.arrivals = arrivals;
        this.json = json;
    }

    @Override
    public BatchAnswer handle(QueueEvent event) {
        return Batch.handle(event, this::arrived);
    }

    @Override
    protected void rehearse() {
        rehearse(NOTHING_CREATED, new BatchAnswer(List.of()));
        handle(NOTHING_CREATED);
    }

    /// A message that is no notification is left to the dead-letter queue.
    private Verdict arrived(String body) {
        try {
            var notification = json.readValue(body, ObjectNotification.class);
            if (notification == null) {
                return Verdict.AGAIN;
            }
            notification.created().forEach(arrivals::arrived);
            return Verdict.TAKEN;
        } catch (IOException notANotification) {
            return Verdict.AGAIN;
        }
    }
}
