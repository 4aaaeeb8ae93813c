package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.code;
import static eu.bekaa.standard.function.assessments.Conversation.rows;
import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Assessments;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class SoaDraftTest {
    private final Assessments assessments;
    private final Statement.Case work;

    SoaDraftTest(Assessments assessments, Statement statement) {
        this.assessments = assessments;
        this.work = statement.open();
    }

    @Test
    void std60_aDraftHasOneItemPerOfficialMappingAndOneForAnUnmappedRequirement() {
        var version = work.assessor.post(201, work.assessmentPath() + "/soa/draft", work.basis());

        assertThat(version)
                .containsEntry("version_number", 1)
                .containsEntry("status", "draft")
                .containsEntry("source_framework_id", work.ground.frameworkId().toString())
                .containsEntry("scf_version_id", work.ground.scfVersionId().toString())
                .containsEntry(
                        "metadata", Map.of("requirement_count", 4, "item_count", 5, "unmapped_requirement_count", 2));
        assertThat(work.items(text(version, "soa_version_id")))
                .extracting(
                        item -> item.get("ordinal"),
                        item -> item.get("requirement_code"),
                        item -> item.get("control_code"),
                        item -> item.get("relationship_type"),
                        item -> item.get("mapping_status"))
                .containsExactly(
                        tuple(1, "R-1", "BCD-11", "subset", "official_mapping"),
                        tuple(2, "R-1", "IAC-01", "intersects", "official_mapping"),
                        tuple(3, "R-2", "IAC-01", "equal", "official_mapping"),
                        tuple(4, "R-3", null, null, "no_official_mapping"),
                        tuple(5, "R-4", null, null, "no_official_mapping"));
    }

    @Test
    void std60_anUnmappedItemHasNoControlAndNoMapping() {
        assertThat(work.item(work.draft(), "R-3"))
                .containsEntry("scf_control_id", null)
                .containsEntry("source_mapping_id", null)
                .containsEntry("relationship_strength", null);
    }

    @Test
    void std61_newItemsAreUndecided() {
        assertThat(work.items(work.draft()))
                .allSatisfy(item -> assertThat(item)
                        .containsEntry("applicability_status", "requires_validation")
                        .containsEntry("implementation_status", "not_assessed")
                        .containsEntry("evidence_coverage", "not_checked")
                        .containsEntry("confidence_score", 0.0)
                        .containsEntry("requires_user_validation", true)
                        .containsEntry("responsibility_type", "internal"));
    }

    @Test
    void aDraftIsMadeOnlyFromTheAssessmentsFrameworkAndScfVersion() {
        var other = new HashMap<>(work.basis());
        other.put("framework_id", UUID.randomUUID());
        assertThat(code(work.assessor.post(409, work.assessmentPath() + "/soa/draft", other)))
                .isEqualTo("CONFLICT");
        other.putAll(work.basis());
        other.put("scf_version_id", UUID.randomUUID());
        assertThat(code(work.assessor.post(409, work.assessmentPath() + "/soa/draft", other)))
                .isEqualTo("CONFLICT");
        other.putAll(work.basis());
        other.put("source_scope_id", UUID.randomUUID());
        assertThat(code(work.assessor.post(404, work.assessmentPath() + "/soa/draft", other)))
                .isEqualTo("SCOPE_NOT_FOUND");
        assertThat(code(work.assessor.post(400, work.assessmentPath() + "/soa/draft", Map.of())))
                .isEqualTo("VALIDATION_ERROR");
        assertThat(rows(work.assessor.get(work.assessmentPath() + "/soa"), "data"))
                .isEmpty();
    }

    @Test
    void aDraftIsMadeWithinTheScopeThatCounts() {
        var scope = work.assessor.post(
                201, work.assessmentPath() + "/scope", Map.of("title", "All", "description", "Everything."));

        assertThat(work.assessor.post(201, work.assessmentPath() + "/soa/draft", work.basis()))
                .containsEntry("source_scope_id", scope.get("scope_id"));
        assertThat(state()).isEqualTo(AssessmentState.SOA_DRAFTED);
    }

    @Test
    void itemsArePagedAndFiltered() {
        var version = work.draft();
        var first = work.assessor.get("/soa/" + version + "/items?limit=2");
        var page = pagination(first);
        var second = work.assessor.get("/soa/" + version + "/items?limit=2&cursor=" + page.get("next_cursor"));

        assertThat(page).containsEntry("limit", 2).containsEntry("has_more", true);
        assertThat(rows(first, "data")).extracting(item -> item.get("ordinal")).containsExactly(1, 2);
        assertThat(rows(second, "data")).extracting(item -> item.get("ordinal")).containsExactly(3, 4);
        decide(work.item(version, "R-2"), Map.of("applicability_status", "applicable"));
        assertThat(rows(work.assessor.get("/soa/" + version + "/items?applicability_status=applicable"), "data"))
                .singleElement()
                .satisfies(item -> assertThat(item).containsEntry("requirement_code", "R-2"));
        work.assessor.answer(400, HttpRequest.GET("/api/v1/soa/" + version + "/items?applicability_status=maybe"));
        work.assessor.answer(400, HttpRequest.GET("/api/v1/soa/" + version + "/items?limit=101"));
    }

    @Test
    void regeneratingKeepsWhatWasDecided() {
        var first = work.draft();
        decide(work.item(first, "R-2"), Map.of("applicability_status", "applicable", "validation_notes", "Seen."));

        var second = text(work.assessor.post(201, "/soa/" + first + "/regenerate", Map.of()), "soa_version_id");

        assertThat(work.items(second))
                .hasSize(5)
                .extracting(item -> item.get("soa_item_id"))
                .doesNotContainAnyElementsOf(work.items(first).stream()
                        .map(item -> item.get("soa_item_id"))
                        .toList());
        assertThat(work.item(second, "R-2"))
                .containsEntry("applicability_status", "applicable")
                .containsEntry("validation_notes", "Seen.");
        assertThat(work.item(work.draft(), "R-2")).containsEntry("applicability_status", "requires_validation");
    }

    private void decide(Map<String, Object> item, Map<String, ?> decision) {
        work.assessor.patch(200, "/soa/items/" + item.get("soa_item_id"), decision);
    }

    private AssessmentState state() {
        return assessments
                .find(work.tenant.assessor(), work.ground.assessmentId())
                .state();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> pagination(Map<String, Object> answer) {
        return (Map<String, Object>) Objects.requireNonNull(answer.get("pagination"));
    }
}
