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
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// Binds a [MultipartForm] parameter to the raw body. Nothing is read here: this may be the event loop.
@Singleton
class MultipartFormBinder implements TypedRequestArgumentBinder<MultipartForm> {
    /// Where the request keeps its form until the answer closes it.
    static final String ATTRIBUTE = MultipartForm.class.getName();

    @Override
    public Argument<MultipartForm> argumentType() {
        return Argument.of(MultipartForm.class);
    }

    @Override
    public BindingResult<MultipartForm> bind(
            ArgumentConversionContext<MultipartForm> context, HttpRequest<?> request) {
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
        var body = raw.byteBody();
        long length = body.expectedLength().orElse(-1);
        try (var in = body.toInputStream()) {
            return new MultipartReader(limit).read(contentType, length, in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
