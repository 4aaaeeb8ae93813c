package eu.bekaa.standard.web.multipart;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.io.IOException;

/// Frees what an uploaded form occupies once the request has its answer.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class MultipartFormFilter {
    @ResponseFilter
    void close(HttpRequest<?> request) throws IOException {
        var form = request.getAttribute(MultipartFormBinder.ATTRIBUTE, MultipartForm.class);
        if (form.isPresent()) {
            form.get().close();
        }
    }
}
