package eu.bekaa.standard.function.local.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The body of a file upload: multipart/form-data (RFC 7578).
final class Form {
    private static final String BOUNDARY = "----standard-form-boundary";

    static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Form fields(Map<String, String> fields) {
        fields.forEach((name, value) ->
                part("name=\"" + name + "\"", "text/plain; charset=utf-8", value.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    Form file(String filename, String contentType, byte[] content) {
        part("name=\"file\"; filename=\"" + filename + "\"", contentType, content);
        return this;
    }

    byte[] end() {
        write("--" + BOUNDARY + "--\r\n");
        return bytes.toByteArray();
    }

    private void part(String disposition, String type, byte[] content) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: " + type
                + "\r\n\r\n");
        bytes.writeBytes(content);
        write("\r\n");
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
