package eu.bekaa.standard.function.local;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/// A multipart form with something wrong about it.
final class OddForm {
    private static final List<String> FILES = List.of(
            "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>",
            "PK\u0003\u0004 and nothing",
            "{\"a\": [1, 2",
            "<html><body onload=alert(1)>A policy</body></html>",
            "a,b\n=1+1,\"open",
            "A policy: access is reviewed every quarter.",
            "",
            "\u0000\u0001\u0002");
    private static final List<String> NAMES = List.of(
            "a.txt",
            "a.pdf",
            "a.xlsx",
            "a.docx",
            "../../../a.txt",
            "..",
            "",
            "CON.txt",
            "a\u0000.txt",
            "a.txt\u202E",
            "a.exe");

    private final Random random;
    private final String boundary;

    OddForm(Random random) {
        this.random = random;
        this.boundary = random.nextInt(10) == 0 ? "" : "boundary" + random.nextInt(1_000);
    }

    String contentType() {
        return switch (random.nextInt(12)) {
            case 0 -> "multipart/form-data";
            case 1 -> "multipart/mixed; boundary=" + boundary;
            case 2 -> "multipart/form-data; boundary=" + boundary + "x";
            case 3 -> "application/json";
            default -> "multipart/form-data; boundary=" + boundary;
        };
    }

    byte[] body(Collection<String> fields) {
        var out = new ByteArrayOutputStream();
        var parts = new ArrayList<>(fields);
        if (random.nextInt(6) == 0) {
            parts.add(random.nextBoolean() ? "unknown" : "file");
        }
        if (random.nextInt(20) == 0) {
            for (int i = 0; i < 40; i++) {
                parts.add("f" + i);
            }
        }
        for (var field : parts) {
            if (random.nextInt(8) > 0) {
                out.writeBytes(bytes("--" + boundary + "\r\n" + head(field) + "\r\n\r\n" + content(field) + "\r\n"));
            }
        }
        if (random.nextInt(6) > 0) {
            out.writeBytes(bytes("--" + boundary + "--\r\n"));
        }
        var all = out.toByteArray();
        return random.nextInt(10) == 0 ? java.util.Arrays.copyOf(all, random.nextInt(all.length + 1)) : all;
    }

    private String head(String field) {
        var odd = random.nextInt(12);
        if (odd == 0) {
            return "Content-Disposition: form-data";
        }
        if (odd == 1) {
            return "X-Odd: " + "h".repeat(random.nextInt(6_000)) + "\r\nContent-Disposition: form-data; name=" + field;
        }
        var name = "Content-Disposition: form-data; name=\"" + field + "\"";
        return field.equals("file")
                ? name + "; filename=\"" + NAMES.get(random.nextInt(NAMES.size())) + "\"\r\nContent-Type: "
                        + (random.nextBoolean() ? "application/pdf" : "text/plain")
                : name;
    }

    private String content(String field) {
        return field.equals("file") ? FILES.get(random.nextInt(FILES.size())) : OddValues.text(random);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
