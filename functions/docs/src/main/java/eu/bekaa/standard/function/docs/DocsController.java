package eu.bekaa.standard.function.docs;

import eu.bekaa.standard.web.Open;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import java.io.IOException;
import java.util.Objects;

/// The OpenAPI document and two ways to read it, with every script and style served from here.
@Controller
@Hidden
// has the bundles unpacked by the build
@OpenAPIDefinition
class DocsController {
    /// Written by the build, see [DocumentWriter].
    static final String DOCUMENT = "META-INF/openapi/standard.json";

    /// The bundles would fetch a logo from elsewhere: nothing but this server is asked for anything.
    private static final String FROM_HERE = "default-src 'self'; script-src 'self' 'unsafe-inline'; worker-src blob:;"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";
    private static final String SWAGGER_UI = """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Standard API</title>
              <link rel="stylesheet" href="/docs-assets/swagger-ui/res/swagger-ui.css">
              <link rel="icon" href="/docs-assets/swagger-ui/res/favicon-32x32.png">
            </head>
            <body>
              <div id="swagger-ui"></div>
              <script src="/docs-assets/swagger-ui/res/swagger-ui-bundle.js"></script>
              <script>
                SwaggerUIBundle({url: '/openapi.json', dom_id: '#swagger-ui', docExpansion: 'none', filter: true,
                                 deepLinking: true, validatorUrl: null});
              </script>
            </body>
            </html>
            """;
    private static final String REDOC = """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Standard API reference</title>
              <link rel="icon" href="/docs-assets/swagger-ui/res/favicon-32x32.png">
              <style>body { margin: 0 } a[href^="https://redocly.com"] { display: none !important }</style>
            </head>
            <body>
              <div id="redoc"></div>
              <script src="/docs-assets/redoc/res/redoc.standalone.js"></script>
              <script>
                Redoc.init('/openapi.json', {}, document.getElementById('redoc'));
              </script>
            </body>
            </html>
            """;

    private final byte[] document;

    DocsController() throws IOException {
        try (var written = DocsController.class.getResourceAsStream("/" + DOCUMENT)) {
            document = Objects.requireNonNull(written, "The build has not described the API.")
                    .readAllBytes();
        }
    }

    @Get(uris = {"/openapi.json", "/api/v1/openapi.json"})
    @Open
    @Produces(MediaType.APPLICATION_JSON)
    byte[] openApi() {
        return document.clone();
    }

    @Get(uris = {"/docs", "/api/v1/docs"})
    @Open
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> swaggerUi() {
        return page(SWAGGER_UI);
    }

    @Get(uris = {"/docs/errors", "/api/v1/docs/errors"})
    @Open
    @Produces(MediaType.TEXT_HTML)
    String errors() {
        return ErrorPage.html();
    }

    @Get("/redoc")
    @Open
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> redoc() {
        return page(REDOC);
    }

    private static HttpResponse<String> page(String html) {
        return HttpResponse.ok(html).header("Content-Security-Policy", FROM_HERE);
    }
}
