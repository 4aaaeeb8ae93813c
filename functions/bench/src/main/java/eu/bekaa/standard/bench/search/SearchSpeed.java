package eu.bekaa.standard.bench.search;

import eu.bekaa.standard.bench.Bar;
import eu.bekaa.standard.bench.Benchmark;
import eu.bekaa.standard.bench.Duel;
import eu.bekaa.standard.bench.Machine;
import eu.bekaa.standard.bench.search.Rooms.Room;
import eu.bekaa.standard.catalog.workbook.ScfWorkbook;
import eu.bekaa.standard.knowledge.embedding.Embedder;
import eu.bekaa.standard.knowledge.search.KnowledgeSearch;
import eu.bekaa.standard.knowledge.search.SearchRequest;
import eu.bekaa.standard.knowledge.search.SearchType;
import eu.bekaa.standard.testing.AnswerKey;
import eu.bekaa.standard.testing.AnswerKey.Question;
import eu.bekaa.standard.testing.Samples;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How long a search takes and how much of the exact answer it finds, by the size of the assessment.
public final class SearchSpeed implements Benchmark {
    private static final int QUERIES = Integer.getInteger("bench.queries", 100);
    private static final int WARMING = 20;
    private static final int TOP = 10;
    private static final int SEED = 20_261_121;
    private static final int OTHERS = 99;

    @Override
    public String title() {
        return "Search";
    }

    @Override
    public String explanation() {
        return """
            A query through the service, as the API calls it: its embedding, the search, the texts and the audit record. Chunks have two vectors \
            each, which are real ones (policies and controls) moved along the difference of two others. Every query is a control, a \
            requirement or a question that has not been asked before, in random order. The floor embeds the same query and compares it with \
            every vector in the memory of one process, on all cores, without a database; it is also the exact answer that recall@%d is held \
            against. *One type* searches half of the documents, *one document* a hundred chunks.\
            """.formatted(TOP);
    }

    @Override
    public List<String> jvm() {
        return List.of("-Xmx1500m");
    }

    @Override
    public List<Row> run() throws Exception {
        var policies = Samples.path(AnswerKey.SAMPLE);
        var workbook = Samples.path(ControlQuestions.WORKBOOK);
        if (policies.isEmpty() || workbook.isEmpty()) {
            return List.of(Row.skipped("all", "the samples are not on this machine"));
        }
        var key = AnswerKey.read(policies.orElseThrow());
        var controls = ControlQuestions.asked(key, ScfWorkbook.read(workbook.orElseThrow()));
        var rows = new ArrayList<Row>();
        try (var context = ApplicationContext.run()) {
            var session = new Asking(context, queries(key, controls));
            try (var rooms = Rooms.open(context, key, controls)) {
                var small = rooms.furnish(1_000);
                var middle = rooms.furnish(10_000);
                var large = rooms.furnish(100_000);
                session.warm(small);
                measure(session, "1,000 chunks", small, 25, rows);
                measure(session, "10,000 chunks", middle, 25, rows);
                measure(session, "100,000 chunks", large, 60, rows);
                for (int other = 0; other < OTHERS; other++) {
                    rooms.furnishAnother(500);
                }
                rooms.ready();
                rows.addAll(
                        session.ask("10,000 chunks, beside 99 organizations", middle, SearchType.SEMANTIC, null, 25));
            }
        }
        return rows;
    }

    private static void measure(Asking session, String size, Room room, double limit, List<Row> rows) {
        rows.addAll(session.ask(size, room, SearchType.SEMANTIC, null, limit));
        rows.addAll(session.ask(size + ", one type", room, SearchType.SEMANTIC, room.policies(), limit));
        rows.addAll(session.ask(size + ", one document", room, SearchType.SEMANTIC, room.oneDocument(), limit));
        rows.addAll(session.ask(size + ", hybrid", room, SearchType.HYBRID, null, limit));
    }

    private static Iterator<String> queries(AnswerKey key, List<Question> controls) {
        var texts = new ArrayList<>(Stream.of(controls, key.requirements(), key.questions())
                .flatMap(List::stream)
                .map(Question::text)
                .distinct()
                .toList());
        Collections.shuffle(texts, new Random(SEED));
        return texts.iterator();
    }

    /// Asks one query after another, product and floor by turns.
    private static final class Asking {
        private final KnowledgeSearch search;
        private final Embedder embedder;
        private final Iterator<String> queries;

        Asking(ApplicationContext context, Iterator<String> queries) {
            this.search = context.getBean(KnowledgeSearch.class);
            this.embedder = context.getBean(Embedder.class);
            this.queries = queries;
        }

        void warm(Room room) {
            for (int i = 0; i < WARMING; i++) {
                for (var type : SearchType.values()) {
                    var request = new SearchRequest(queries.next(), room.assessment(), TOP, null, type, null, null);
                    search.search(room.caller(), request);
                }
            }
        }

        List<Row> ask(String what, Room room, SearchType type, Rooms.@Nullable Part part, double limit) {
            var product = new eu.bekaa.standard.bench.Samples();
            var floor = new eu.bekaa.standard.bench.Samples();
            int found = 0;
            int few = 0;
            for (int i = 0; i < QUERIES; i++) {
                var query = queries.next();
                var filters = part == null ? null : part.filters();
                var request = new SearchRequest(query, room.assessment(), TOP, null, type, filters, null);
                long start = System.nanoTime();
                var hits = search.search(room.caller(), request).data();
                long middle = System.nanoTime();
                double last = room.exact()
                        .similarity(embedder.query(query), TOP, part == null ? every -> true : part.documents());
                floor.add((System.nanoTime() - middle) / 1e6);
                product.add((middle - start) / 1e6);
                double score = embedder.model().calibration().relevance(last);
                found += hits.stream().filter(hit -> hit.score() >= score).count();
                few += hits.size() < TOP ? 1 : 0;
            }
            var rows = new ArrayList<Row>();
            rows.add(new Row(
                    what,
                    "p50 " + Duel.figure(product.median()) + " ms, p95 " + Duel.figure(product.quantile(0.95)) + " ms",
                    "p50 " + Duel.figure(floor.median()) + " ms (all vectors in memory)",
                    String.format(Locale.ROOT, "%.2f", product.median() / floor.median()),
                    "p95 " + Bar.atMost(limit).in("ms").verdict(product.quantile(0.95)),
                    product.spread(),
                    Machine.load()));
            if (type == SearchType.SEMANTIC) {
                double recall = (double) found / (TOP * QUERIES);
                rows.add(new Row(
                        what + ": recall@" + TOP,
                        String.format(Locale.ROOT, "%.4f", recall),
                        "1 (exact)",
                        String.format(Locale.ROOT, "%.4f", recall),
                        Bar.atLeast(0.99).verdict(recall)
                                + (few == 0 ? "" : ", " + few + " answers too short **missed**"),
                        "n=" + QUERIES + " queries",
                        Machine.load()));
            }
            return rows;
        }
    }
}
