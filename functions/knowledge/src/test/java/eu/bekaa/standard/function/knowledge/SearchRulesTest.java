package eu.bekaa.standard.function.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.knowledge.document.Documents;
import eu.bekaa.standard.knowledge.search.Hit;
import eu.bekaa.standard.knowledge.search.KnowledgeSearch;
import eu.bekaa.standard.knowledge.search.SearchFilters;
import eu.bekaa.standard.knowledge.search.SearchRequest;
import eu.bekaa.standard.knowledge.search.SearchType;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a search may never do.
@MicronautTest(transactional = false)
class SearchRulesTest {
    private static final String REVIEWS = "How often are access rights reviewed?";

    @Inject
    KnowledgeSearch search;

    @Inject
    Documents documents;

    @Inject
    Library library;

    @Inject
    Tenants tenants;

    private Caller caller;
    private UUID assessment;
    private UUID access;

    @BeforeEach
    void aLibrary() {
        caller = tenants.create().assessor();
        assessment = library.assessment(caller);
        access = library.policy(caller, assessment, "access.md", Library.ACCESS);
        library.policy(caller, assessment, "backup.md", Library.BACKUP);
        library.policy(caller, assessment, "menu.md", Library.CANTEEN);
    }

    @Test
    void std50_aSearchNeverLeavesTheOrganization() {
        var stranger = tenants.create().assessor();
        assertThatThrownBy(() -> search.search(stranger, SearchRequest.of(assessment, REVIEWS)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ASSESSMENT_NOT_FOUND));
        assertThatThrownBy(() -> search.candidates(stranger, assessment, Map.of("a", REVIEWS), 5, 0))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void std50_aSearchNeverLeavesTheAssessment() {
        var other = library.assessment(caller);
        assertThat(search.search(caller, SearchRequest.of(other, REVIEWS)).data())
                .isEmpty();
        var document = library.policy(caller, other, "other.md", Library.ACCESS);
        for (var type : SearchType.values()) {
            var request = new SearchRequest(REVIEWS, other, 20, null, type, null, null);
            assertThat(search.search(caller, request).data())
                    .isNotEmpty()
                    .allMatch(hit -> hit.documentId().equals(document));
        }
    }

    @Test
    void std50_atMostTopKHitsBestFirstAndNoneBelowMinScore() {
        var all = request(SearchType.SEMANTIC, REVIEWS, 20, 0.0, null);
        assertThat(all).hasSize(3).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(request(SearchType.SEMANTIC, REVIEWS, 2, 0.0, null)).isEqualTo(all.subList(0, 2));
        double second = all.get(1).score();
        assertThat(request(SearchType.SEMANTIC, REVIEWS, 20, second + 0.001, null))
                .isEqualTo(all.subList(0, 1));
    }

    @Test
    void std51_aHitIsCandidateEvidenceOnly() {
        var result = search.search(caller, SearchRequest.of(assessment, REVIEWS));
        assertThat(result.candidateEvidence()).isTrue();
        assertThat(result.warning()).contains("candidate evidence");
        assertThat(result.data()).isNotEmpty().allMatch(Hit::candidateEvidence);
    }

    @Test
    void std8_ofAQueryOnlyItsHashIsRecorded() {
        search.search(caller, SearchRequest.of(assessment, "zebra access crossing"));
        var record = """
                SELECT count(*)
                  FROM audit_record
                 WHERE organization_id = ?
                   AND action = 'kb.searched'
                   AND metadata_safe ->> 'query_hash' LIKE 'sha256:%'
                """;
        assertThat(Library.count(record, caller.org())).isOne();
        var leak = "SELECT count(*) FROM audit_record a WHERE organization_id = ? AND a::text ILIKE '%zebra%'";
        assertThat(Library.count(leak, caller.org())).isZero();
    }

    @Test
    void anArchivedDocumentIsNotFound() {
        documents.archive(caller, access);
        for (var type : SearchType.values()) {
            assertThat(find(type, REVIEWS)).noneMatch(hit -> hit.documentId().equals(access));
        }
        var candidates = search.candidates(caller, assessment, Map.of("review", REVIEWS), 5, 0);
        assertThat(candidates.get("review")).noneMatch(hit -> hit.documentId().equals(access));
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
