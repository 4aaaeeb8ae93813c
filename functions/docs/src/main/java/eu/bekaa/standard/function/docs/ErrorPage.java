package eu.bekaa.standard.function.docs;

import eu.bekaa.standard.kernel.ErrorCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What every error code means, what to do about it and where it may come from: `errors.tsv`, the one list
/// behind the documents of the API and `docs/errors.md`.
/// @param where words and patterns of which one must hold for an operation, see [ErrorRules]
record ErrorPage(ErrorCode code, String meaning, String remedy, List<String> where) {
    private static final String LIST = "/errors.tsv";
    private static final int COLUMNS = 4;

    /// In the order of the list, which is that of the codes.
    static List<ErrorPage> all() {
        var pages = new ArrayList<ErrorPage>();
        try (var in = Objects.requireNonNull(ErrorPage.class.getResourceAsStream(LIST));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line : lines.lines().filter(text -> !text.startsWith("#")).toList()) {
                var cells = line.split("\t", COLUMNS);
                var where = cells[3].isBlank()
                        ? List.<String>of()
                        : List.of(cells[3].strip().split(" "));
                pages.add(new ErrorPage(ErrorCode.valueOf(cells[0]), cells[1], cells[2], where));
            }
            return pages;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The catalogue as a Markdown page.
    static String markdown() {
        var page = new StringBuilder("""
                # Error codes

                Every refusal carries a `code` to act upon, a `message` for people, `details` where there is more than one reason, and \
                the `trace_id` that ties it to the records of the request:

                ```json
                {"error": {"code": "VALIDATION_ERROR", "message": "name must not be blank", "details": [{"field": "name", "message": "name must not be blank"}], "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736"}}
                ```

                A client that accepts `application/problem+json` gets the same as a problem document (RFC 9457), whose `type` leads to \
                the code on this page. The OpenAPI document lists for every operation the codes it can answer with. Codes stay; \
                messages may be reworded.

                | Code | Status | Meaning | What to do |
                |---|---|---|---|
                """);
        for (var error : all()) {
            page.append("| <a id=\"%s\"></a>`%s` | %d | %s | %s |%n"
                    .formatted(error.code(), error.code(), error.code().status(), error.meaning(), error.remedy()));
        }
        return page.toString();
    }

    /// The catalogue as a page of its own.
    static String html() {
        var rows = new StringBuilder();
        for (var error : all()) {
            rows.append("<tr id=\"%s\"><td><code>%s</code></td><td>%d</td><td>%s</td><td>%s</td></tr>%n"
                    .formatted(
                            error.code(),
                            error.code(),
                            error.code().status(),
                            marked(error.meaning()),
                            marked(error.remedy())));
        }
        return """
                <!doctype html>
                <html lang="en">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <title>Standard API: error codes</title>
                  <style>
                    body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem }
                    table { border-collapse: collapse; width: 100%% }
                    th, td { border-bottom: 1px solid #ccc; padding: .4rem .6rem; text-align: left; vertical-align: top }
                    tr:target { background: #fff3c4 }
                  </style>
                </head>
                <body>
                  <h1>Error codes</h1>
                  <table>
                    <thead><tr><th>Code</th><th>Status</th><th>Meaning</th><th>What to do</th></tr></thead>
                    <tbody>
                %s</tbody>
                  </table>
                </body>
                </html>
                """.formatted(rows);
    }

    private static String marked(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replaceAll("`([^`]*)`", "<code>$1</code>");
    }
}
