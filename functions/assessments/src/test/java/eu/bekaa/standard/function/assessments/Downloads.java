package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.testing.Tenant;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/// Fetches files and looks into them.
@Singleton
class Downloads {
    private final HttpClient client;
    private final JsonMapper json;

    Downloads(@Client("/") HttpClient client, JsonMapper json) {
        this.client = client;
        this.json = json;
    }

    byte[] bytes(Tenant tenant, Caller caller, String path) {
        return Objects.requireNonNull(
                client.toBlocking().retrieve(tenant.as(caller, HttpRequest.GET(path)), byte[].class));
    }

    /// The files of a ZIP, by name.
    static Map<String, byte[]> unzipped(byte[] content) {
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> object(byte[] content) {
        try {
            return (Map<String, Object>) Objects.requireNonNull(json.readValue(content, Map.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> nested(Map<String, Object> from, String field) {
        return (Map<String, Object>) Objects.requireNonNull(from.get(field), field);
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> rows(Map<String, Object> from, String field) {
        return (List<Map<String, Object>>) Objects.requireNonNull(from.get(field), field);
    }
}
