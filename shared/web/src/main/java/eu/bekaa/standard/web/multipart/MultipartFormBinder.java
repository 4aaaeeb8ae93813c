package eu.bekaa.standard.web.multipart;

import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.input.CloseShieldInputStream;

/// Binds a [MultipartForm] parameter to the raw body. Nothing is read here: this may be the event loop.
@Singleton
class MultipartFormBinder implements TypedRequestArgumentBinder<MultipartForm> {
    /// Where the request keeps its form until the answer closes it.
    static final String ATTRIBUTE = MultipartForm.class.getName();

    private static final String BOUNDARY = "boundary=";
    private static final long HEARD_OUT = 256L << 20;
    private static final int STEP = 64 << 10;

    @Override
    public Argument<MultipartForm> argumentType() {
        return Argument.of(MultipartForm.class);
    }

    @Override
    public BindingResult<MultipartForm> bind(ArgumentConversionContext<MultipartForm> context, HttpRequest<?> request) {
        long limit = (long) context.getAnnotationMetadata()
                        .intValue(FileLimit.class, "megabytes")
                        .orElse(FileLimit.DEFAULT_MEGABYTES)
                << 20;
        var form = new MultipartForm(() -> read(request, limit));
        request.setAttribute(ATTRIBUTE, form);
        return () -> Optional.of(form);
    }

    private static MultipartForm.Parts read(HttpRequest<?> request, long limit) {
        var contentType = request.getHeaders().get(HttpHeaders.CONTENT_TYPE);
        if (contentType == null || !(request instanceof ServerHttpRequest<?> raw)) {
            throw Refusal.invalid(List.of(new Refusal.Detail(null, "A multipart form is expected.")));
        }
        if (!contentType.contains(BOUNDARY)) {
            throw Refusal.invalid(List.of(new Refusal.Detail(null, "The Content-Type of the form has no boundary.")));
        }
        var body = raw.byteBody();
        long length = body.expectedLength().orElse(-1);
        try (var in = body.toInputStream()) {
            return read(new MultipartReader(limit), contentType, length, in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Hears a refused client out, within reason: most clients listen only after they have spoken.
    private static MultipartForm.Parts read(MultipartReader reader, String contentType, long length, InputStream in) {
        try {
            // the library closes what it refuses, and nobody would ever hear the end of a closed stream
            return reader.read(contentType, length, CloseShieldInputStream.wrap(in));
        } catch (Refusal refusal) {
            try {
                long left = HEARD_OUT;
                var buffer = new byte[STEP];
                int read;
                while (left > 0 && (read = in.read(buffer)) >= 0) {
                    left -= read;
                }
            } catch (IOException | RuntimeException gone) {
                refusal.addSuppressed(gone);
            }
            throw refusal;
        }
    }
}
