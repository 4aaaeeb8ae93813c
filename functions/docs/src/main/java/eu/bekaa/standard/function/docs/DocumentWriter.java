package eu.bekaa.standard.function.docs;

import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The build's step that describes the API, with the controllers of every function on the class path. What is deployed
/// has only its own, and no time to spare.
final class DocumentWriter {
    private DocumentWriter() {}

    /// @param arguments the directory of this module's classes
    public static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments[0]).resolve(DocsController.DOCUMENT);
        Files.createDirectories(file.getParent());
        // as a deployed function starts: without asking the database for anything
        try (var context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("lambda")
                .properties(Map.of("datasources.default.url", "jdbc:postgresql://localhost/none", "aws.region", "none"))
                .start()) {
            var mapper = context.getBean(JsonMapper.class);
            var document = OpenApiDocument.merged(mapper, RouteFacts.of(context.getBean(Router.class)));
            Files.write(file, mapper.writeValueAsBytes(document));
        }
        System.exit(0);
    }
}
