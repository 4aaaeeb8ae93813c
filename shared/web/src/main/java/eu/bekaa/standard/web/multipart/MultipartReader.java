package eu.bekaa.standard.web.multipart;

import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.RequestContext;

/// Reads a multipart body once, from a stream, within limits.
final class MultipartReader extends AbstractFileUpload<MultipartReader.Body, DiskFileItem, DiskFileItemFactory> {
    /// Room for the other fields, the boundaries and the part headers.
    private static final long AROUND_THE_FILE = 1 << 20;

    private static final int TEXT_LIMIT = 16 << 10;
    private static final int PARTS = 32;
    private static final int PART_HEADER = 4 << 10;

    private final long limit;

    /// @param limit the largest file, in bytes
    MultipartReader(long limit) {
        this.limit = limit;
        setMaxFileSize(limit);
        setMaxSize(limit + AROUND_THE_FILE);
        setMaxPartHeaderSize(PART_HEADER);
        setHeaderCharset(StandardCharsets.UTF_8);
    }

    /// @param length of the body, -1 when the client did not say
    MultipartForm.Parts read(String contentType, long length, InputStream body) {
        var files = new HashMap<String, FilePart>();
        var texts = new HashMap<String, String>();
        boolean whole = false;
        try {
            var items = getItemIterator(new Body(contentType, length, body));
            for (int part = 0; items.hasNext(); part++) {
                if (part == PARTS) {
                    throw malformed("A form has at most " + PARTS + " parts.");
                }
                add(items.next(), files, texts);
            }
            whole = true;
            return new MultipartForm.Parts(Map.copyOf(files), Map.copyOf(texts));
        } catch (FileUploadSizeException | ContentLengthExceededException tooLarge) {
            throw tooLarge();
        } catch (FileUploadException | IllegalArgumentException notAForm) {
            throw malformed("The body is not a readable multipart form.");
        } catch (IOException | UncheckedIOException unreadable) {
            throw tooLargeSaysTheServer(unreadable) ? tooLarge() : malformed("The body ended before the form did.");
        } finally {
            if (!whole) {
                files.values().forEach(MultipartReader::drop);
            }
        }
    }

    private static void add(FileItemInput item, Map<String, FilePart> files, Map<String, String> texts)
            throws IOException {
        var name = Optional.ofNullable(item.getFieldName())
                .orElseThrow(() -> malformed("A part of the form has no name."));
        if (files.containsKey(name) || texts.containsKey(name)) {
            throw Refusal.invalid(name, "There are two parts named " + name + ".");
        }
        try (var in = item.getInputStream()) {
            if (item.isFormField()) {
                texts.put(name, text(name, in));
            } else {
                var filename = Optional.ofNullable(item.getName()).orElse("");
                files.put(name, new FilePart(filename, item.getContentType(), Spool.of(in)));
            }
        }
    }

    private static String text(String name, InputStream in) throws IOException {
        var bytes = in.readNBytes(TEXT_LIMIT + 1);
        if (bytes.length > TEXT_LIMIT) {
            throw Refusal.invalid(name, name + " is too long.");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void drop(FilePart file) {
        try {
            file.content().close();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
    }

    private Refusal tooLarge() {
        return new Refusal(ErrorCode.FILE_TOO_LARGE, "The file is larger than " + (limit >> 20) + " MB.");
    }

    private static Refusal malformed(String message) {
        return Refusal.invalid(List.of(new Refusal.Detail(null, message)));
    }

    private static boolean tooLargeSaysTheServer(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ContentLengthExceededException || cause instanceof FileUploadSizeException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public FileItemInputIterator getItemIterator(Body body) throws IOException {
        return getItemIterator((RequestContext) body);
    }

    @Override
    public Map<String, List<DiskFileItem>> parseParameterMap(Body body) throws FileUploadException {
        return parseParameterMap((RequestContext) body);
    }

    @Override
    public List<DiskFileItem> parseRequest(Body body) throws FileUploadException {
        return parseRequest((RequestContext) body);
    }

    record Body(String contentType, long length, InputStream stream) implements RequestContext {
        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public long getContentLength() {
            return length;
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public InputStream getInputStream() {
            return stream;
        }

        @Override
        public boolean isMultipartRelated() {
            return false;
        }
    }
}
