package eu.bekaa.standard.function.ingestion.extract;

import eu.bekaa.standard.knowledge.text.ExtractedText;
import eu.bekaa.standard.knowledge.text.FileType;
import eu.bekaa.standard.knowledge.text.TextExtractor;
import eu.bekaa.standard.knowledge.text.UnreadableDocument;
import eu.bekaa.standard.knowledge.text.UnreadableDocument.Reason;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads any file within its deadline, on a thread of its own, and says in words what stopped it.
@Singleton
class Extraction implements TextExtractor {
    private static final Logger LOG = LoggerFactory.getLogger(Extraction.class);
    /// A hostile file is small; a large one may take longer.
    private static final Duration BASE = Duration.ofSeconds(4);

    private static final Duration PER_MEGABYTE = Duration.ofSeconds(2);

    @Override
    public ExtractedText extract(FileType type, byte[] content) throws UnreadableDocument {
        var time = BASE.plus(PER_MEGABYTE.multipliedBy(content.length >> 20));
        var deadline = Deadline.in(time);
        var task = new FutureTask<>(() -> read(type, content, deadline));
        Thread.ofPlatform().daemon().name("extraction").start(task);
        try {
            var text = task.get(time.toMillis() + 500, TimeUnit.MILLISECONDS);
            if (text.isBlank()) {
                throw new UnreadableDocument(Reason.NO_TEXT);
            }
            return text;
        } catch (TimeoutException tooLong) {
            task.cancel(true);
            throw new UnreadableDocument(Reason.TIME_LIMIT_EXCEEDED);
        } catch (InterruptedException stopping) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a file was read.", stopping);
        } catch (ExecutionException failed) {
            throw reason(failed.getCause());
        }
    }

    private static ExtractedText read(FileType type, byte[] content, Deadline deadline) throws Exception {
        return switch (type) {
            case TXT, MD, CSV -> ExtractedText.unpaged(PlainText.decode(content));
            case JSON -> JsonText.read(content, deadline);
            case HTML -> HtmlText.read(content, deadline);
            case PDF -> PdfText.read(content, deadline);
            case DOCX -> DocxText.read(OfficePackage.open(content, deadline));
            case PPTX -> PptxText.read(OfficePackage.open(content, deadline));
            case XLSX -> XlsxText.read(OfficePackage.open(content, deadline));
        };
    }

    /// A library that stumbles over a file says nothing about us: the file is damaged.
    private static UnreadableDocument reason(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnreadableDocument known -> {
                    return known;
                }
                case Deadline.Passed passed -> {
                    return passed.reason();
                }
                case Limits.Exceeded exceeded -> {
                    return new UnreadableDocument(Reason.FILE_LIMIT_EXCEEDED);
                }
                case VirtualMachineError broken when !(broken instanceof StackOverflowError) -> throw broken;
                default -> {}
            }
        }
        LOG.info("A file could not be read: {}", String.valueOf(failure));
        return new UnreadableDocument(Reason.FILE_DAMAGED);
    }
}
