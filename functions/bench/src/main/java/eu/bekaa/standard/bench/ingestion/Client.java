package eu.bekaa.standard.bench.ingestion;

import eu.bekaa.standard.bench.platform.Running;
import eu.bekaa.standard.bench.platform.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An assessor who uploads documents to the running platform.
final class Client {
    private static final String BOUNDARY = "----bench";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String[] cookie;

    Client(Running platform) throws IOException {
        this.base = "http://localhost:" + platform.port() + "/api/v1";
        this.cookie = Session.of(platform, "ASSESSOR").split(": ", 2);
    }

    String assessment(String version) throws IOException, InterruptedException {
        var body = "{\"name\":\"Ingestion\",\"scf_version_id\":\"" + version + "\"}";
        var answer = send(request("/assessments")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        return field(answer, "assessment_id");
    }

    /// @return the document's id
    String upload(String assessment, String name, String type, byte[] content)
            throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        write(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n");
        write(body, "Content-Type: " + type + "\r\n\r\n");
        body.writeBytes(content);
        write(body, "\r\n--" + BOUNDARY + "--\r\n");
        var answer = send(request("/assessments/" + assessment + "/documents")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
        return field(answer, "document_id");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header(cookie[0], cookie[1]);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("No " + name + " in " + json);
        }
        return found.group(1);
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
