package eu.bekaa.standard.function.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.search.Hit;
import eu.bekaa.standard.knowledge.search.KnowledgeSearch;
import eu.bekaa.standard.knowledge.search.SearchRequest;
import eu.bekaa.standard.knowledge.search.SearchType;
import eu.bekaa.standard.testing.AnswerKey;
import eu.bekaa.standard.testing.AnswerKey.Figures;
import eu.bekaa.standard.testing.AnswerKey.Question;
import eu.bekaa.standard.testing.Samples;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Whether search still finds what the publisher of a policy set says is there. The benchmark measures how well; its
/// figures are in docs/search.md.
@MicronautTest(transactional = false)
class RetrievalQualityTest {
    @Inject
    KnowledgeSearch search;

    @Inject
    Library library;

    @Inject
    Tenants tenants;

    @Test
    void whatIsKnownToBeThereIsFound() throws IOException {
        var key = AnswerKey.read(Samples.require(AnswerKey.SAMPLE));
        var caller = tenants.create().assessor();
        var assessment = library.assessment(caller);
        var day = LocalDate.of(2026, 1, 1);
        key.procedures()
                .forEach((name, text) ->
                        library.index(caller, library.document(caller, assessment, name, "procedure", day, text)));

        var requirements = key.requirements().stream()
                .filter(question ->
                        question.id().startsWith("CSF") || question.id().startsWith("ISO"))
                .toList();
        var required = measured("requirements", caller, assessment, requirements, SearchType.HYBRID);
        assertThat(required.recall5()).isGreaterThan(0.53);
        assertThat(required.recall10()).isGreaterThan(0.64);
        var asked = measured("questions", caller, assessment, key.questions(), SearchType.HYBRID);
        assertThat(asked.recall10()).isGreaterThan(0.95);
        assertThat(asked.rank()).isGreaterThan(0.85);

        var meant = measured("requirements", caller, assessment, requirements, SearchType.SEMANTIC);
        assertThat(required.recall5()).isGreaterThanOrEqualTo(meant.recall5());
        assertThat(required.recall10()).isGreaterThanOrEqualTo(meant.recall10());
        assertThat(required.rank()).isGreaterThanOrEqualTo(meant.rank());
    }

    private Figures measured(String what, Caller caller, UUID assessment, List<Question> questions, SearchType type) {
        var figures = Figures.of(questions, question -> {
            var request = new SearchRequest(question.text(), assessment, 20, null, type, null, null);
            return search.search(caller, request).data().stream()
                    .map(Hit::documentTitle)
                    .toList();
        });
        System.out.printf("%s (%d), %s: recall@5, recall@10, MRR %s%n", what, questions.size(), type, figures);
        return figures;
    }
}
