package eu.bekaa.standard.bench.search;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.knowledge.document.DocumentType;
import eu.bekaa.standard.knowledge.embedding.Embedder;
import eu.bekaa.standard.knowledge.embedding.Vector;
import eu.bekaa.standard.knowledge.search.SearchFilters;
import eu.bekaa.standard.testing.AnswerKey;
import eu.bekaa.standard.testing.AnswerKey.Question;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/// Assessments of any size, of vectors that resemble real ones.
final class Rooms implements AutoCloseable {
    private static final int CHUNKS_EACH = 100;
    private static final int WINDOWS_EACH = 2;
    private static final int SHOWN = 600;
    private static final int SEED = 9_091;

    private final ApplicationContext context;
    private final Shelf shelf;
    private final Lookalikes vectors;
    private final List<String> texts;
    private final Caller caller;

    private Rooms(ApplicationContext context, Shelf shelf, Lookalikes vectors, List<String> texts, Caller caller) {
        this.context = context;
        this.shelf = shelf;
        this.vectors = vectors;
        this.texts = texts;
        this.caller = caller;
    }

    /// An assessment, and the same vectors in memory.
    record Room(Caller caller, UUID assessment, Exact exact, UUID first) {
        Part policies() {
            var filters = new SearchFilters(DocumentType.POLICY, null, null, null, null, null);
            return new Part(filters, document -> document % 2 == 0);
        }

        Part oneDocument() {
            return new Part(new SearchFilters(null, first, null, null, null, null), document -> document == 0);
        }
    }

    /// A part of an assessment, for the product and for the floor.
    record Part(SearchFilters filters, Exact.Filter documents) {}

    static Rooms open(ApplicationContext context, AnswerKey key, List<Question> controls) throws SQLException {
        var embedder = context.getBean(Embedder.class);
        var texts = Stream.concat(
                        key.procedures().values().stream(), controls.stream().map(Question::text))
                .toList();
        var real = texts.parallelStream()
                .flatMap(text -> embedder.passage(text).stream())
                .map(Embedder.Part::vector)
                .toList();
        var shelf = new Shelf(context.getBean(Ids.class), embedder.model().id());
        var caller = context.getBean(Tenants.class).create().assessor();
        return new Rooms(context, shelf, new Lookalikes(real, new Random(SEED)), texts, caller);
    }

    Room furnish(int chunks) throws SQLException, IOException {
        var room = furnish(caller, chunks);
        ready();
        return room;
    }

    /// An assessment of another organization, to be made [#ready()].
    void furnishAnother(int chunks) throws SQLException, IOException {
        furnish(context.getBean(Tenants.class).create().assessor(), chunks);
    }

    void ready() throws SQLException, IOException {
        shelf.done();
    }

    private Room furnish(Caller owner, int chunks) throws SQLException, IOException {
        var assessment = shelf.assessment(owner);
        var exact = new Exact();
        UUID first = assessment;
        for (int document = 0; document < chunks / CHUNKS_EACH; document++) {
            var content = new ArrayList<Shelf.Chunk>();
            for (int i = 0; i < CHUNKS_EACH; i++) {
                var windows = Stream.generate(vectors::next).limit(WINDOWS_EACH).toList();
                exact.add(document, windows);
                content.add(new Shelf.Chunk(text(document * CHUNKS_EACH + i), parts(windows)));
            }
            var type = document % 2 == 0 ? DocumentType.POLICY : DocumentType.PROCEDURE;
            var id = shelf.put(owner, assessment, "document " + document, type, content);
            first = document == 0 ? id : first;
        }
        return new Room(owner, assessment, exact, first);
    }

    private String text(int number) {
        var text = texts.get(number % texts.size());
        return number + " " + text.substring(0, Math.min(SHOWN, text.length()));
    }

    private static List<Embedder.Part> parts(List<Vector> windows) {
        var parts = new ArrayList<Embedder.Part>();
        for (var window : windows) {
            parts.add(new Embedder.Part(0, 1, window));
        }
        return parts;
    }

    @Override
    public void close() throws SQLException {
        shelf.close();
    }
}
