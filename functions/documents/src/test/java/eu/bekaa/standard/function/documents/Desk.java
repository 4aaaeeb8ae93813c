package eu.bekaa.standard.function.documents;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Somebody with documents to upload, in an organization with one assessment.
@Singleton
class Desk {
    private final EmbeddedServer server;
    private final Http http;
    private final Tenants tenants;
    private final StandInAssessments assessments;
    private final JsonMapper json;

    Desk(EmbeddedServer server, Http http, Tenants tenants, StandInAssessments assessments, JsonMapper json) {
        this.server = server;
        this.http = http;
        this.tenants = tenants;
        this.assessments = assessments;
        this.json = json;
    }

    /// An organization and its assessment.
    record Place(Tenant tenant, UUID assessmentId) {
        String path() {
            return "/api/v1/assessments/" + assessmentId;
        }

        Caller assessor() {
            return tenant.assessor();
        }
    }

    /// An answer, read as JSON where it is.
    record Answer(int status, Map<String, Object> body) {
        String text(String field) {
            return String.valueOf(body.get(field));
        }

        @SuppressWarnings("unchecked")
        Map<String, Object> object(String field) {
            return (Map<String, Object>) Objects.requireNonNull(body.get(field), body.toString());
        }

        @SuppressWarnings("unchecked")
        List<Map<String, Object>> data() {
            return (List<Map<String, Object>>) Objects.requireNonNull(body.get("data"), body.toString());
        }

        String code() {
            return String.valueOf(object("error").get("code"));
        }
    }

    Place place() {
        var tenant = tenants.create();
        return new Place(tenant, assessments.create(tenant.assessor()));
    }

    Answer get(Place place, String path) {
        return send(place.assessor(), place, HttpRequest.GET(path));
    }

    Answer post(Place place, String path, Object body) {
        return send(place.assessor(), place, HttpRequest.POST(path, body));
    }

    Answer send(Caller caller, Place place, MutableHttpRequest<?> request) {
        var response = http.send(place.tenant().as(caller, request));
        return new Answer(response.code(), Http.body(response));
    }

    Answer upload(Place place, String filename, byte[] content) {
        return upload(place, file(filename, content));
    }

    /// Sends a form as bytes, so that nothing corrects what is sent.
    Answer upload(Place place, byte[]... parts) {
        return upload(place, place.tenant().as(place.assessor(), HttpRequest.GET("/")), parts);
    }

    /// Sends the same form under an idempotency key.
    Answer uploadOnce(Place place, String key, byte[]... parts) {
        var template = HttpRequest.GET("/").header("Idempotency-Key", key);
        return upload(place, place.tenant().as(place.assessor(), template), parts);
    }

    /// Sends a form with the headers of another request.
    Answer upload(Place place, MutableHttpRequest<?> template, byte[]... parts) {
        return send(place, "multipart/form-data; boundary=edge", template, form(parts));
    }

    /// Sends bytes that claim to be of a content type; an answer is owed within a minute.
    Answer send(Place place, String contentType, MutableHttpRequest<?> template, byte[] body) {
        var headers = template.getHeaders();
        var request = java.net.http.HttpRequest.newBuilder(URI.create(server.getURI() + place.path() + "/documents"))
                .header("Content-Type", contentType)
                .timeout(Duration.ofSeconds(60))
                .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(), json.readValue(response.body(), Argument.mapOf(String.class, Object.class)));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failure);
        }
    }

    /// Uploads a document that is accepted and gives its id.
    UUID uploaded(Place place, String filename, String content) {
        var answer = upload(place, filename, content.getBytes(StandardCharsets.UTF_8));
        if (answer.status() != 202) {
            throw new AssertionError(answer);
        }
        return UUID.fromString(String.valueOf(answer.object("document").get("document_id")));
    }

    static byte[] text(String name, String value) {
        return ("--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] file(String filename, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + filename
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(content);
        out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    static byte[] form(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        out.writeBytes("--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
