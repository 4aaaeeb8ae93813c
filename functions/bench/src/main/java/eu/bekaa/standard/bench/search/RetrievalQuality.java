package eu.bekaa.standard.bench.search;

import eu.bekaa.standard.bench.Bar;
import eu.bekaa.standard.bench.Benchmark;
import eu.bekaa.standard.bench.Machine;
import eu.bekaa.standard.catalog.workbook.ScfWorkbook;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.knowledge.document.DocumentType;
import eu.bekaa.standard.knowledge.embedding.Embedder;
import eu.bekaa.standard.knowledge.search.Hit;
import eu.bekaa.standard.knowledge.search.KnowledgeSearch;
import eu.bekaa.standard.knowledge.search.SearchRequest;
import eu.bekaa.standard.knowledge.search.SearchType;
import eu.bekaa.standard.knowledge.text.Chunker;
import eu.bekaa.standard.knowledge.text.ExtractedText;
import eu.bekaa.standard.testing.AnswerKey;
import eu.bekaa.standard.testing.AnswerKey.Figures;
import eu.bekaa.standard.testing.AnswerKey.Question;
import eu.bekaa.standard.testing.Samples;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/// How much of what is known to be in the documents is found.
public final class RetrievalQuality implements Benchmark {
    @Override
    public String title() {
        return "Retrieval quality";
    }

    @Override
    public String explanation() {
        return """
            Recall@5 / recall@10 / MRR over the 141 procedures of a published policy set, 20 hits a query, a document counting once; relevant is \
            what the publisher declares to implement a requirement, not all that speaks to it. *Controls* are asked as evidence analysis asks \
            and answered through the NIST CSF 1.1 and ISO 27002:2013 columns of SCF 2022.3; *requirements* are those of NIST CSF, ISO 27002, \
            HIPAA and PCI DSS in the publisher's words; *questions* are our own. Half of the controls and requirements, by a hash of their id, \
            were not looked at while the search was tuned. The peer is the same model as its library offers it: one vector a chunk, with the \
            query prefix, the control as name and description. The ratio is recall@5.\
            """;
    }

    /// @param plain what the peer is asked, by id; the question itself where nothing is said
    private record Set(String name, List<Question> questions, Map<String, String> plain, double bar) {
        Set only(String part, Predicate<Question> which) {
            return new Set(name + ", " + part, questions.stream().filter(which).toList(), plain, bar);
        }
    }

    @Override
    public List<Row> run() throws Exception {
        var policies = Samples.path(AnswerKey.SAMPLE);
        var workbook = Samples.path(ControlQuestions.WORKBOOK);
        if (policies.isEmpty() || workbook.isEmpty()) {
            return List.of(Row.skipped("all", "the samples are not on this machine"));
        }
        var key = AnswerKey.read(policies.orElseThrow());
        var scf = ScfWorkbook.read(workbook.orElseThrow());
        var controls = ControlQuestions.asked(key, scf).stream()
                .filter(control -> !control.answers().isEmpty())
                .toList();
        var asked = new Set("controls", controls, ControlQuestions.plain(scf), 1.1);
        var required = new Set("requirements", key.requirements(), Map.of(), 1);
        var rows = new ArrayList<Row>();
        try (var context = ApplicationContext.run()) {
            var caller = context.getBean(Tenants.class).create().assessor();
            var library = new Library(context.getBean(KnowledgeSearch.class), caller, shelved(context, caller, key));
            var peer = new PlainSearch(key.procedures());
            for (var set : List.of(
                    asked.only("held out", Question::heldOut),
                    asked.only("tuned on", question -> !question.heldOut()),
                    required.only("held out", Question::heldOut),
                    required.only("tuned on", question -> !question.heldOut()),
                    new Set("questions", key.questions(), Map.of(), 1))) {
                rows.addAll(library.compared(set, peer));
            }
            rows.add(library.relevant(controls, 0.55));
            rows.add(library.relevant(controls, 0.85));
        }
        return rows;
    }

    /// @return the assessment
    private static UUID shelved(ApplicationContext context, Caller caller, AnswerKey key) throws Exception {
        var embedder = context.getBean(Embedder.class);
        try (var shelf = new Shelf(context.getBean(Ids.class), embedder.model().id())) {
            var assessment = shelf.assessment(caller);
            for (var procedure : key.procedures().entrySet()) {
                var chunks = Chunker.DEFAULT.pieces(ExtractedText.unpaged(procedure.getValue())).parallelStream()
                        .map(piece -> new Shelf.Chunk(piece.text(), embedder.passage(piece.text())))
                        .toList();
                shelf.put(caller, assessment, procedure.getKey(), DocumentType.PROCEDURE, chunks);
            }
            shelf.done();
            return assessment;
        }
    }

    /// The indexed procedures.
    private record Library(KnowledgeSearch search, Caller caller, UUID assessment) {
        private static final int MOST = 20;

        List<Row> compared(Set set, PlainSearch peer) {
            var floor = Figures.of(
                    set.questions(), question -> peer.found(set.plain().getOrDefault(question.id(), question.text())));
            var rows = new ArrayList<Row>();
            for (var type : List.of(SearchType.HYBRID, SearchType.SEMANTIC, SearchType.TEXT)) {
                var product = Figures.of(
                        set.questions(),
                        question -> hits(question, type, 0).stream()
                                .map(Hit::documentTitle)
                                .toList());
                double ratio = product.recall5() / floor.recall5();
                rows.add(new Row(
                        set.name() + ": " + type,
                        product.toString(),
                        floor + " (plain vectors)",
                        String.format(Locale.ROOT, "%.2f", ratio),
                        type == SearchType.HYBRID ? Bar.atLeast(set.bar()).verdict(ratio) : "",
                        "n=" + set.questions().size() + " queries",
                        Machine.load()));
            }
            return rows;
        }

        /// How many of the hits with so high a score the key knows to be right; the key leaves out what nobody
        /// declared.
        Row relevant(List<Question> controls, double score) {
            int right = 0;
            int all = 0;
            double chance = 0;
            for (var control : controls) {
                var hits = hits(control, SearchType.HYBRID, score);
                right += hits.stream()
                        .filter(hit -> control.answers().contains(hit.documentTitle()))
                        .count();
                all += hits.size();
                chance += control.answers().size() / 141.0;
            }
            double share = (double) right / Math.max(1, all);
            double blind = chance / controls.size();
            return new Row(
                    String.format(Locale.ROOT, "controls: hits from %.2f on that the key declares", score),
                    String.format(Locale.ROOT, "%.1f %%", 100 * share),
                    String.format(Locale.ROOT, "%.1f %% (any procedure)", 100 * blind),
                    String.format(Locale.ROOT, "%.1f", share / blind),
                    "",
                    "n=" + all + " hits",
                    Machine.load());
        }

        private List<Hit> hits(Question question, SearchType type, double least) {
            var request = new SearchRequest(question.text(), assessment, MOST, least, type, null, null);
            return search.search(caller, request).data();
        }
    }
}
