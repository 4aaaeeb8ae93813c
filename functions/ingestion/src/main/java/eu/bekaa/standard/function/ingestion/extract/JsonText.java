package eu.bekaa.standard.function.ingestion.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import eu.bekaa.standard.knowledge.text.ExtractedText;
import eu.bekaa.standard.knowledge.text.UnreadableDocument;
import eu.bekaa.standard.knowledge.text.UnreadableDocument.Reason;
import java.io.IOException;

/// JSON is kept as it is written, once it has proved to be JSON.
final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    static ExtractedText read(byte[] content, Deadline deadline) throws IOException, UnreadableDocument {
        var text = PlainText.decode(content);
        try (var parser = FACTORY.createParser(text)) {
            while (parser.nextToken() != null) {
                deadline.check();
            }
        } catch (JsonProcessingException invalid) {
            throw new UnreadableDocument(
                    Reason.FILE_DAMAGED,
                    "It is not valid JSON at line " + invalid.getLocation().getLineNr() + ".");
        }
        return ExtractedText.unpaged(text);
    }
}
