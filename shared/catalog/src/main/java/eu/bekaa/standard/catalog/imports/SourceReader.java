package eu.bekaa.standard.catalog.imports;

import eu.bekaa.standard.catalog.source.ScfContent;
import eu.bekaa.standard.catalog.workbook.ScfWorkbook;
import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Reads a source of any kind.
@Singleton
class SourceReader {
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final ObjectMapper json;

    SourceReader(ObjectMapper json) {
        this.json = json;
    }

    /// @throws Refusal `VALIDATION_ERROR` for what cannot be read as its type says
    ScfContent read(SourceType type, Path file) {
        return switch (type) {
            case XLSX -> workbook(file);
            case CSV -> ScfWorkbook.readCsv(text(file));
            case SYNTHETIC_FIXTURE -> isZip(file) ? workbook(file) : fixture(file);
            case OSCAL_JSON ->
                throw Refusal.invalid(
                        "source_type",
                        "oscal_json is not read: an OSCAL catalog holds no mappings. Send the workbook.");
        };
    }

    private static ScfContent workbook(Path file) {
        if (!isZip(file)) {
            throw Refusal.invalid("file", "The file is no XLSX workbook: it does not begin like a ZIP archive.");
        }
        return ScfWorkbook.read(file);
    }

    private ScfContent fixture(Path file) {
        try (var in = Files.newInputStream(file)) {
            var fixture = json.readValue(in, Fixture.class);
            if (fixture == null) {
                throw Refusal.invalid("content", "The fixture is empty.");
            }
            return fixture.content();
        } catch (SerdeException notAFixture) {
            throw Refusal.invalid("content", "The content is neither a workbook nor a fixture in JSON.");
        } catch (IOException unreadable) {
            throw Refusal.invalid("content", "The content is neither a workbook nor a fixture in JSON.");
        }
    }

    private static String text(Path file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw Refusal.invalid("content", "The CSV text is not UTF-8.");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isZip(Path file) {
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
