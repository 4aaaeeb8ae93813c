package eu.bekaa.standard.function.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.document.DocumentType;
import eu.bekaa.standard.knowledge.search.Hit;
import eu.bekaa.standard.knowledge.search.KnowledgeSearch;
import eu.bekaa.standard.knowledge.search.SearchFilters;
import eu.bekaa.standard.knowledge.search.SearchRequest;
import eu.bekaa.standard.knowledge.search.SearchType;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class SearchTest {
    private static final String REVIEWS = "How often are access rights reviewed?";

    @Inject
    KnowledgeSearch search;

    @Inject
    Library library;

    @Inject
    Tenants tenants;

    private Caller caller;
    private UUID assessment;
    private UUID access;
    private UUID backup;

    @BeforeEach
    void aLibrary() {
        caller = tenants.create().assessor();
        assessment = library.assessment(caller);
        access = library.policy(caller, assessment, "access.md", Library.ACCESS);
        backup = library.policy(caller, assessment, "backup.md", Library.BACKUP);
        library.policy(caller, assessment, "menu.md", Library.CANTEEN);
    }

    @Test
    void thePassageThatAnswersComesFirst() {
        for (var type : SearchType.values()) {
            var first = find(type, REVIEWS).getFirst();
            assertThat(first.documentId()).isEqualTo(access);
            assertThat(first.documentTitle()).isEqualTo("access.md");
            assertThat(first.documentType()).isEqualTo("policy");
            assertThat(first.snippet()).contains("Managers review the access rights of their staff each quarter");
            assertThat(first.score()).isBetween(type == SearchType.TEXT ? 0.3 : 0.55, 1.0);
        }
    }

    @Test
    void aSnippetStandsWordForWordInTheDocument() {
        for (var hit : find(SearchType.SEMANTIC, REVIEWS)) {
            assertThat(hit.chunkText()).contains(hit.snippet());
            assertThat(hit.snippet().length()).isLessThanOrEqualTo(500);
        }
        var hit = find(SearchType.SEMANTIC, REVIEWS).getFirst();
        assertThat(Library.ACCESS.substring(hit.startOffset(), hit.endOffset())).isEqualTo(hit.snippet());
    }

    @Test
    void theSameQueryGivesTheSameOrder() {
        library.policy(caller, assessment, "access-copy.md", Library.ACCESS);
        var first = find(SearchType.SEMANTIC, REVIEWS);
        assertThat(first.get(0).score()).isEqualTo(first.get(1).score());
        for (int i = 0; i < 5; i++) {
            assertThat(find(SearchType.SEMANTIC, REVIEWS)).isEqualTo(first);
        }
    }

    @Test
    void filtersChooseTheDocuments() {
        var plan =
                library.document(caller, assessment, "plan.txt", "procedure", LocalDate.of(2025, 1, 1), Library.ACCESS);
        library.index(caller, plan);
        for (var type : SearchType.values()) {
            var procedures = new SearchFilters(DocumentType.PROCEDURE, null, null, null, null, null);
            assertThat(request(type, REVIEWS, 5, 0.0, procedures))
                    .extracting(Hit::documentId)
                    .containsOnly(plan);
            var one = new SearchFilters(null, access, "EN", null, null, null);
            assertThat(request(type, REVIEWS, 5, 0.0, one))
                    .extracting(Hit::documentId)
                    .containsOnly(access);
            var old = new SearchFilters(null, null, null, null, null, LocalDate.of(2025, 12, 31));
            assertThat(request(type, REVIEWS, 5, 0.0, old))
                    .extracting(Hit::documentId)
                    .containsOnly(plan);
            var german = new SearchFilters(null, null, "de", null, null, null);
            assertThat(request(type, REVIEWS, 5, 0.0, german)).isEmpty();
        }
    }

    @Test
    void hybridFindsWhatIsNamedExactly() {
        var named = find(SearchType.HYBRID, "BCD-11.1").getFirst();
        assertThat(named.documentId()).isEqualTo(backup);
        assertThat(named.score()).isGreaterThanOrEqualTo(0.9);
        assertThat(named.snippet()).contains("BCD-11.1");
    }

    @Test
    void hybridFindsWhatMeaningFindsAndWeighsInTheWordsShared() {
        var meant = scores(SearchType.SEMANTIC);
        var read = scores(SearchType.HYBRID);
        assertThat(read).containsOnlyKeys(meant.keySet());
        assertThat(read.get(access)).isGreaterThan(meant.get(access));
        assertThat(read.get(backup)).isLessThan(meant.get(backup));
    }

    private Map<UUID, Double> scores(SearchType type) {
        return find(type, REVIEWS).stream().collect(Collectors.toMap(Hit::documentId, Hit::score));
    }

    @Test
    void aHitBringsItsContextWhenAskedTo() {
        var text = "Filler about nothing in particular. ".repeat(90) + "\n\n" + Library.ACCESS + "\n\n"
                + "Closing words without any weight. ".repeat(90);
        var book = library.policy(caller, assessment, "book.txt", text);
        var filter = new SearchFilters(null, book, null, null, null, null);
        var request = new SearchRequest(REVIEWS, assessment, 1, null, null, filter, true);
        var context = search.search(caller, request).data().getFirst().context();
        assertThat(context).isNotNull();
        assertThat(List.of(context.before() + context.after()))
                .first()
                .asString()
                .isNotBlank();
    }

    @Test
    void manyQueriesAtOnceFindWhatEachWouldFindAlone() {
        var queries = Map.of("review", REVIEWS, "backup", "Are backups tested?", "food", "What is for lunch?");
        var found = search.candidates(caller, assessment, queries, 2, 0.0);
        queries.forEach(
                (key, query) -> assertThat(found.get(key)).isEqualTo(request(SearchType.HYBRID, query, 2, 0.0, null)));
    }

    private List<Hit> find(SearchType type, String query) {
        return request(type, query, 5, 0.0, null);
    }

    private List<Hit> request(
            SearchType type, String query, int topK, double minScore, @Nullable SearchFilters filters) {
        var request = new SearchRequest(query, assessment, topK, minScore, type, filters, null);
        return search.search(caller, request).data();
    }
}
