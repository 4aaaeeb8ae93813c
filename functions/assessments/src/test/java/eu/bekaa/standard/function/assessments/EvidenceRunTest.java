package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.code;
import static eu.bekaa.standard.function.assessments.Conversation.rows;
import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class EvidenceRunTest {

    private final Shelf shelf;
    private final Statement statement;
    private final Statement.Case work;

    EvidenceRunTest(Shelf shelf, Statement statement) {
        this.shelf = shelf;
        this.statement = statement;
        this.work = statement.open();
        work.assessor.post(201, work.assessmentPath() + "/scope", Map.of("title", "All", "description", "Everything."));
    }

    @Test
    void std66_nothingFoundIsProposedAsNotEvidenced() {
        var version = work.draft();

        var proposed = rows(work.assessor.post(200, "/soa/" + version + "/evidence/refresh", Map.of()), "data");

        assertThat(proposed)
                .hasSize(5)
                .allSatisfy(item -> assertThat(item)
                        .containsOnlyKeys("soa_item_id", "candidate_evidence", "evidence_summary", "evidence_coverage")
                        .containsEntry("candidate_evidence", true)
                        .containsEntry("evidence_coverage", "absent"));
        assertThat(work.items(version))
                .allSatisfy(item -> assertThat(item)
                        .containsEntry("implementation_status", "not_evidenced")
                        .containsEntry("evidence_coverage", "absent")
                        .containsEntry("applicability_status", "requires_validation")
                        .containsEntry("requires_user_validation", true));
    }

    @Test
    void std66_whatIsFoundIsOnlyProposed() {
        put("access.md", Shelf.ACCESS);
        put("reviews.md", Shelf.REVIEWS);
        var version = work.draft();
        var decided = work.item(version, "R-3");
        work.assessor.patch(
                200,
                "/soa/items/" + decided.get("soa_item_id"),
                Map.of("applicability_status", "not_applicable", "non_applicability_rationale", "No canteen."));

        var proposed =
                rows(work.assessor.post(200, "/soa/" + version + "/evidence/refresh", Map.of("top_k", 2)), "data");

        assertThat(proposed).hasSize(4);
        assertThat(work.item(version, "R-2"))
                .containsEntry("implementation_status", "not_assessed")
                .containsEntry("applicability_status", "requires_validation")
                .satisfies(item -> assertThat(text(item, "evidence_coverage")).isIn("partial", "strong"))
                .satisfies(item -> assertThat(text(item, "evidence_summary")).contains(".md, relevance"));
        assertThat(work.item(version, "R-3"))
                .containsEntry("evidence_coverage", "not_checked")
                .containsEntry("applicability_status", "not_applicable");
        for (var topK : List.of(0, 11)) {
            work.assessor.post(400, "/soa/" + version + "/evidence/refresh", Map.of("top_k", topK));
        }
    }

    @Test
    void evidenceAnalysisNeedsTheApprovedSoa() {
        var version = work.draft();

        assertThat(code(work.analyse(409, version))).isEqualTo("APPROVED_SOA_REQUIRED");
        assertThat(code(work.analyse(404, UUID.randomUUID().toString()))).isEqualTo("SOA_VERSION_NOT_FOUND");
        assertThat(rows(work.assessor.get(work.assessmentPath() + "/evidence-findings"), "data"))
                .isEmpty();
    }

    @Test
    void lookingAgainReplacesAFindingAndKeepsTheOldOne() {
        var version = work.ingested();
        var old = work.about(rows(work.analyse(201, version), "findings"), "R-2");
        put("access.md", Shelf.ACCESS);

        var path = "/evidence-findings/" + old.get("evidence_finding_id");
        var found = work.assessor.post(200, path + "/refresh", Map.of());

        assertThat(found)
                .containsEntry("supersedes_finding_id", old.get("evidence_finding_id"))
                .satisfies(each -> assertThat(text(each, "evidence_strength")).isNotEqualTo("absent"));
        assertThat(work.assessor.get(path)).containsEntry("evidence_strength", "absent");
        assertThat(code(work.assessor.post(409, path + "/refresh", Map.of()))).isEqualTo("CONFLICT");
        var listed = rows(work.assessor.get(work.assessmentPath() + "/evidence-findings?limit=100"), "data");
        assertThat(listed)
                .hasSize(5)
                .extracting(each -> each.get("evidence_finding_id"))
                .contains(found.get("evidence_finding_id"))
                .doesNotContain(old.get("evidence_finding_id"));
        assertThat(rows(work.analyse(201, version), "findings")).hasSize(5);
        assertThat(rows(
                        work.assessor.get(
                                work.assessmentPath() + "/evidence-findings?evidence_strength=absent&limit=100"),
                        "data"))
                .hasSizeLessThan(5);
    }

    @Test
    void itemsThatDoNotConcernTheOrganizationAreNotExamined() {
        var version = work.draft();
        work.assessor.patch(
                200,
                "/soa/items/" + work.item(version, "R-3").get("soa_item_id"),
                Map.of("applicability_status", "out_of_scope", "scope_rationale", "Run by the landlord."));
        work.approve(version);

        assertThat(rows(work.analyse(201, version), "findings")).hasSize(4);
    }

    @Test
    void std2_anotherOrganizationFindsNothing() {
        var version = work.ingested();
        var finding = text(work.about(rows(work.analyse(201, version), "findings"), "R-2"), "evidence_finding_id");
        var stranger = statement.stranger();

        for (var path : List.of(
                work.assessmentPath() + "/evidence-findings",
                "/evidence-findings/" + finding,
                "/evidence-findings/" + finding + "/sources")) {
            stranger.answer(404, HttpRequest.GET("/api/v1" + path));
        }
        stranger.post(404, "/evidence-findings/" + finding + "/refresh", Map.of());
        stranger.post(404, work.assessmentPath() + "/evidence-analysis/run", Map.of("soa_version_id", version));
    }

    private UUID put(String name, String text) {
        return shelf.put(work.tenant.assessor(), work.ground.assessmentId(), name, text);
    }
}
