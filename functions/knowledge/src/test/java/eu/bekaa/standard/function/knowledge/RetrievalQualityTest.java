package eu.bekaa.standard.function.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.search.Hit;
import eu.bekaa.standard.knowledge.search.KnowledgeSearch;
import eu.bekaa.standard.knowledge.search.SearchRequest;
import eu.bekaa.standard.knowledge.search.SearchType;
import eu.bekaa.standard.testing.Samples;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// How well search finds what the publisher of a policy set says is there. The figures are in docs/search.md.
@MicronautTest(transactional = false)
class RetrievalQualityTest {
    private static final String POLICIES = "policies-jupiterone";

    @Inject
    KnowledgeSearch search;

    @Inject
    Library library;

    @Inject
    Tenants tenants;

    @Inject
    JsonMapper json;

    /// A query and the documents that answer it.
    private record Question(String text, Set<String> answers) {}

    @Test
    void whatIsKnownToBeThereIsFound() throws IOException {
        var samples = Samples.require(POLICIES);
        var caller = tenants.create().assessor();
        var assessment = library.assessment(caller);
        for (var procedure : procedures(samples)) {
            var name = procedure.getFileName().toString().replace(".md.tmpl", "");
            var day = LocalDate.of(2026, 1, 1);
            library.index(
                    caller, library.document(caller, assessment, name, "procedure", day, Files.readString(procedure)));
        }
        var requirements = measured("requirements", caller, assessment, requirements(samples));
        var questions = measured("questions", caller, assessment, questions());

        assertThat(requirements.get(SearchType.SEMANTIC).recall10()).isGreaterThan(0.6);
        assertThat(questions.get(SearchType.SEMANTIC).recall10()).isGreaterThan(0.95);
        assertThat(questions.get(SearchType.SEMANTIC).rank()).isGreaterThan(0.85);
        for (var set : List.of(requirements, questions)) {
            var hybrid = set.get(SearchType.HYBRID);
            assertThat(hybrid.recall10())
                    .isGreaterThanOrEqualTo(set.get(SearchType.SEMANTIC).recall10());
            assertThat(hybrid.rank())
                    .isGreaterThanOrEqualTo(set.get(SearchType.SEMANTIC).rank());
        }
    }

    /// @param rank the mean of one divided by the place of the first right document
    private record Figures(double recall5, double recall10, double rank) {}

    private Map<SearchType, Figures> measured(String what, Caller caller, UUID assessment, List<Question> questions) {
        var figures = new EnumMap<SearchType, Figures>(SearchType.class);
        for (var type : SearchType.values()) {
            double recall5 = 0;
            double recall10 = 0;
            double rank = 0;
            for (var question : questions) {
                var request = new SearchRequest(question.text(), assessment, 20, null, type, null, null);
                var found = search.search(caller, request).data().stream()
                        .map(Hit::documentTitle)
                        .distinct()
                        .toList();
                recall5 += share(found, 5, question);
                recall10 += share(found, 10, question);
                rank += found.stream()
                        .filter(question.answers()::contains)
                        .findFirst()
                        .map(first -> 1.0 / (found.indexOf(first) + 1))
                        .orElse(0.0);
            }
            int n = questions.size();
            figures.put(type, new Figures(recall5 / n, recall10 / n, rank / n));
            System.out.printf(
                    "%s (%d), %s: recall@5 %.3f, recall@10 %.3f, MRR %.3f%n",
                    what, n, type, recall5 / n, recall10 / n, rank / n);
        }
        return figures;
    }

    private static double share(List<String> found, int first, Question question) {
        long right =
                found.stream().limit(first).filter(question.answers()::contains).count();
        return (double) right / question.answers().size();
    }

    private static List<Path> procedures(Path samples) throws IOException {
        try (var files = Files.list(samples.resolve("procedures"))) {
            return files.sorted().toList();
        }
    }

    private static List<Question> questions() throws IOException {
        try (var stream = RetrievalQualityTest.class.getResourceAsStream("/questions.tsv")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .map(cells -> new Question(cells[0], Set.of(cells[1].split(" "))))
                    .toList();
        }
    }

    /// The requirements of NIST CSF 1.1 and ISO 27002:2013 with the procedures that implement them, as published.
    private List<Question> requirements(Path samples) throws IOException {
        var questions = new ArrayList<Question>();
        for (var file : List.of("nist-csf/v1.1.json", "iso-iec-27002-2013.json")) {
            collect(
                    json.readValue(
                            Files.readAllBytes(samples.resolve("standards").resolve(file)), JsonNode.class),
                    questions);
        }
        return questions;
    }

    private static void collect(JsonNode node, List<Question> questions) {
        if (node.isArray()) {
            node.values().forEach(value -> collect(value, questions));
        } else if (node.isObject()) {
            var answers = node.get("mappedControls");
            var summary = node.get("summary");
            if (answers != null && answers.isArray() && summary != null) {
                var title = node.get("title") == null ? "" : node.get("title").getStringValue() + ". ";
                var documents = new TreeSet<String>();
                answers.values().forEach(answer -> documents.add(answer.getStringValue()));
                if (!documents.isEmpty()) {
                    questions.add(new Question(title + summary.getStringValue(), documents));
                }
            }
            node.values().forEach(value -> collect(value, questions));
        }
    }
}
