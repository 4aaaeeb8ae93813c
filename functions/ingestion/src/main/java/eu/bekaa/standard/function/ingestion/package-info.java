/// The function behind the ingestion, import and upload queues. Job queues are served by
/// `eu.bekaa.standard.queue.JobQueueHandler`, object notifications by [UploadQueueHandler].
@NullMarked
package eu.bekaa.standard.function.ingestion;

import org.jspecify.annotations.NullMarked;
