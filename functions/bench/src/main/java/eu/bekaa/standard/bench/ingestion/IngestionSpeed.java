package eu.bekaa.standard.bench.ingestion;

import eu.bekaa.standard.bench.Bar;
import eu.bekaa.standard.bench.Benchmark;
import eu.bekaa.standard.bench.Duel;
import eu.bekaa.standard.bench.Machine;
import eu.bekaa.standard.bench.platform.Load;
import eu.bekaa.standard.bench.platform.Running;
import eu.bekaa.standard.bench.platform.Seed;
import eu.bekaa.standard.bench.platform.Session;
import eu.bekaa.standard.bench.platform.Wire;
import eu.bekaa.standard.embedding.BgeEmbedder;
import eu.bekaa.standard.knowledge.text.Chunker;
import eu.bekaa.standard.knowledge.text.ExtractedText;
import eu.bekaa.standard.testing.AnswerKey;
import eu.bekaa.standard.testing.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// From the upload of documents to the last passage that can be found.
public final class IngestionSpeed implements Benchmark {
    private static final String PDF = "scf/strm/scf-strm-general-nist-csf-2-0.pdf";
    private static final int ROUNDS = Math.min(2, Duel.ROUNDS);
    private static final int DOCUMENTS = 10;
    private static final int PROCEDURES = 70;
    private static final int CLIENTS = 4;
    private static final double RATE = 50;
    private static final double SECONDS = 5;
    private static final double NANOS = 1e9;

    @Override
    public String title() {
        return "Ingestion";
    }

    @Override
    public String explanation() {
        return """
            Procedures of a published policy set, joined to %d documents and changed each round, uploaded over HTTP to the local platform: stored, \
            announced by its queue, read, cut, embedded and written, until all can be found. The floor cuts and embeds the same texts in the memory \
            of one process, one text a core. The requests beside it are a GET by id at a constant rate of %.0f/s.\
            """.formatted(DOCUMENTS, RATE);
    }

    @Override
    public List<Row> run() throws Exception {
        var policies = Samples.path(AnswerKey.SAMPLE);
        var pdf = Samples.path(PDF);
        if (policies.isEmpty() || pdf.isEmpty()) {
            return List.of(Row.skipped("all", "the samples are not on this machine"));
        }
        var rows = new ArrayList<Row>();
        try (var platform = Running.start();
                var database = platform.owner();
                var embedder = new BgeEmbedder()) {
            new Seed(platform.setting("STANDARD_DATABASE_URL")).catalog();
            var desk = new Desk(Session.api(platform, "ASSESSOR"), database, texts(policies.orElseThrow()));
            int[] round = new int[2];
            var duel = Duel.of(
                    ROUNDS,
                    " chunks/s",
                    () -> desk.ingested(++round[0]),
                    () -> embedded(embedder, desk.documents(++round[1])));
            rows.add(duel.row(DOCUMENTS + " documents, first to last", "cut and embedded in memory", Bar.atLeast(0.9)));
            rows.add(again(desk, round[0]));
            rows.add(first(desk, pdf.orElseThrow()));
            rows.add(beside(platform, desk));
        }
        return rows;
    }

    private static List<String> texts(Path policies) throws Exception {
        var all = AnswerKey.read(policies).procedures().values().stream()
                .limit(PROCEDURES)
                .toList();
        var joined = new ArrayList<String>();
        for (int i = 0; i < DOCUMENTS; i++) {
            int each = PROCEDURES / DOCUMENTS;
            joined.add(String.join("\n\n", all.subList(i * each, (i + 1) * each)));
        }
        return joined;
    }

    /// @return chunks per second
    private static double embedded(BgeEmbedder embedder, List<String> documents) {
        long start = System.nanoTime();
        long chunks = documents.stream()
                .flatMap(text -> Chunker.DEFAULT.pieces(ExtractedText.unpaged(text)).stream())
                .toList()
                .parallelStream()
                .mapToLong(piece -> Math.min(1, embedder.passage(piece.text()).size()))
                .sum();
        return chunks / ((System.nanoTime() - start) / NANOS);
    }

    /// The same bytes in another assessment: every text is known, none is embedded.
    private static Row again(Desk desk, int round) throws Exception {
        double fresh = desk.ingested(round + 1);
        double known = desk.ingested(round + 1);
        return new Row(
                "the same documents again, in another assessment",
                Duel.figure(known) + " chunks/s",
                Duel.figure(fresh) + " chunks/s (new)",
                Duel.figure(known / fresh),
                "no text is embedded twice",
                "n=1",
                Machine.load());
    }

    private static Row first(Desk desk, Path pdf) throws Exception {
        var times = new eu.bekaa.standard.bench.Samples();
        for (int i = 0; i <= ROUNDS; i++) {
            double seconds = desk.firstFound(pdf);
            if (i > 0) {
                times.add(seconds);
            }
        }
        return new Row(
                "PDF of 55 pages: first passage that can be found",
                Duel.figure(times.median()) + " s",
                "",
                "",
                Bar.atMost(2).in("s").verdict(times.median()),
                times.spread() + " s",
                Machine.load());
    }

    private static Row beside(Running platform, Desk desk) throws Exception {
        var path = "/api/v1/assessments/" + desk.open();
        var request = Wire.request("GET", path, "", Session.of(platform, "ASSESSOR"));
        var load = new Load(platform.port(), number -> request, 200);
        load.constant(CLIENTS, SECONDS, RATE);
        var idle = load.constant(CLIENTS, SECONDS, RATE);
        var work = CompletableFuture.supplyAsync(() -> desk.ingestedQuietly(-1));
        var busy = load.constant(CLIENTS, SECONDS, RATE);
        work.join();
        double ratio = busy.latency().quantile(0.99) / idle.latency().quantile(0.99);
        return new Row(
                "GET by id meanwhile: p99",
                String.format(Locale.ROOT, "%.1f ms", busy.latency().quantile(0.99)),
                String.format(Locale.ROOT, "%.1f ms (idle)", idle.latency().quantile(0.99)),
                String.format(Locale.ROOT, "%.2f", ratio),
                Bar.atMost(1.5).verdict(ratio),
                busy.latency().spread() + " ms",
                Machine.load());
    }
}
