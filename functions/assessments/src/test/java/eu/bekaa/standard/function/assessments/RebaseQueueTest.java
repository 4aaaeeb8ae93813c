package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Tenants;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What changed with a rebase waits for a person.
@MicronautTest(transactional = false)
class RebaseQueueTest {
    private final Groundwork groundwork;
    private final Tenants tenants;
    private final Rebasing rebasing;

    RebaseQueueTest(Groundwork groundwork, Tenants tenants, Rebasing rebasing) {
        this.groundwork = groundwork;
        this.tenants = tenants;
        this.rebasing = rebasing;
    }

    @Test
    void whatChangedIsDecidedByAPersonBeforeTheReview() {
        var old = rebasing.approved(rebasing.soaDraft());
        var rebase = rebasing.rebased();
        var soa = text(rebase, "to_soa_version_id");
        var pending = rebasing.assessor.list(rebasing.queue(rebase) + "?fate=review&status=pending");
        var path = rebasing.queue(rebase) + "/" + text(pending.getFirst(), "rebase_entry_id");

        assertThat(pending).hasSize(1);
        assertThat(rebasing.assessor.refused(409, "/soa/" + soa + "/submit-review", Map.of()))
                .isEqualTo("SOA_REVIEW_BLOCKED");
        assertThat(rebasing.assessor
                        .get("/soa/" + soa + "/validation")
                        .get("blocking_errors")
                        .toString())
                .contains("1 items carried over");
        assertThat(rebasing.assessor.refused(409, "/soa/" + soa + "/regenerate", Map.of()))
                .isEqualTo("CONFLICT");
        assertThat(rebasing.assessor.as(rebasing.tenant.machine()).refused(403, path + "/accept", Map.of()))
                .isEqualTo("FORBIDDEN");
        assertThat(rebasing.assessor.post(200, path + "/accept", Map.of("note", "Copies are apart already.")))
                .containsEntry("decision", "accepted")
                .containsEntry("note", "Copies are apart already.");
        assertThat(rebasing.assessor.refused(409, path + "/accept", Map.of())).isEqualTo("CONFLICT");
        assertThat(rebasing.assessor.get(path)).containsEntry("decision", "accepted");
        assertThat(rebasing.assessor.get(rebasing.base + "/rebases/" + text(rebase, "rebase_id")))
                .containsEntry("pending_count", 0);
        assertThat(rebasing.items(soa).getFirst()).containsEntry("requires_user_validation", false);
        rebasing.approved(soa);
        assertThat(rebasing.assessor.get("/soa/" + old))
                .containsEntry("status", "superseded")
                .containsEntry("superseded_by", soa);
        assertThat(rebasing.assessor.list(rebasing.queue(rebase))).hasSize(7);
    }

    @Test
    void aChangedItemCanBeDecidedAnew() {
        rebasing.approved(rebasing.soaDraft());
        var rebase = rebasing.rebased();
        var entry =
                rebasing.assessor.list(rebasing.queue(rebase) + "?fate=review").getFirst();
        var path = rebasing.queue(rebase) + "/" + text(entry, "rebase_entry_id") + "/edit";

        assertThat(rebasing.assessor.refused(
                        400, path, Map.of("item", Map.of("applicability_status", "not_applicable"))))
                .isEqualTo("NON_APPLICABILITY_RATIONALE_REQUIRED");
        var edited = rebasing.assessor.post(
                200,
                path,
                Map.of(
                        "item",
                        Map.of(
                                "applicability_status",
                                "not_applicable",
                                "non_applicability_rationale",
                                "We keep no copies.")));
        assertThat(edited).containsEntry("decision", "edited");
        assertThat(Conversation.object(edited, "item_after")).containsEntry("applicability_status", "not_applicable");
        assertThat(Conversation.object(edited, "item_before")).containsEntry("applicability_status", "applicable");
        var kept = rebasing.assessor.list(rebasing.queue(rebase) + "?fate=kept").getFirst();
        assertThat(rebasing.assessor.refused(
                        409, rebasing.queue(rebase) + "/" + text(kept, "rebase_entry_id") + "/accept", Map.of()))
                .isEqualTo("CONFLICT");
    }

    @Test
    void manyAreAcceptedAtOnceByWhatChanged() {
        rebasing.approved(rebasing.soaDraft());
        var rebase = rebasing.rebased();

        assertThat(rebasing.assessor.post(
                        200, rebasing.queue(rebase) + "/accept", Map.of("changes", List.of("control_reweighted"))))
                .containsEntry("accepted", 0);
        assertThat(rebasing.assessor.post(
                        200, rebasing.queue(rebase) + "/accept", Map.of("changes", List.of("control_reworded"))))
                .containsEntry("accepted", 1);
        assertThat(rebasing.assessor.list(rebasing.queue(rebase) + "?status=decided"))
                .hasSize(1);
        assertThat(rebasing.assessor.list(rebasing.queue(rebase) + "?status=pending"))
                .isEmpty();
        assertThat(rebasing.assessor.refused(
                        400, rebasing.queue(rebase) + "/accept", Map.of("changes", List.of("anything"))))
                .isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void aSecondRebaseWaitsForTheFirstOnesQueue() {
        rebasing.approved(rebasing.soaDraft());
        var first = rebasing.rebased();
        var latest = groundwork.newer(rebasing.ground);

        assertThat(rebasing.assessor
                        .post(409, rebasing.base + "/rebase", Rebasing.onto(latest))
                        .toString())
                .contains("1 items of the rebase before");
        rebasing.assessor.post(200, rebasing.queue(first) + "/accept", Map.of("changes", List.of("control_reworded")));
        assertThat(Conversation.object(
                        rebasing.assessor.post(201, rebasing.base + "/rebase", Rebasing.onto(latest)), "rebase"))
                .containsEntry("kept_count", 5)
                .containsEntry("review_count", 0)
                .containsEntry("retired_count", 0)
                .containsEntry("from_soa_version_id", first.get("to_soa_version_id"));
    }

    @Test
    void std2_strangersFindNothingAndViewersOnlyRead() {
        rebasing.approved(rebasing.soaDraft());
        var rebase = rebasing.rebased();
        var stranger = tenants.create();
        var other = new Conversation(rebasing.assessor.http(), stranger, stranger.assessor());
        var viewer = rebasing.assessor.as(rebasing.tenant.viewer());

        assertThat(other.refused(404, rebasing.base + "/rebase", Rebasing.onto(rebasing.newer)))
                .isEqualTo("ASSESSMENT_NOT_FOUND");
        assertThat(other.status(rebasing.base + "/rebases")).isEqualTo(404);
        assertThat(other.status(rebasing.queue(rebase))).isEqualTo(404);
        assertThat(other.refused(
                        404, rebasing.queue(rebase) + "/accept", Map.of("changes", List.of("control_reworded"))))
                .isEqualTo("REBASE_NOT_FOUND");
        assertThat(rebasing.assessor.refused(
                        404, rebasing.queue(rebase) + "/" + UUID.randomUUID() + "/accept", Map.of()))
                .isEqualTo("REBASE_ENTRY_NOT_FOUND");
        assertThat(viewer.list(rebasing.queue(rebase))).hasSize(7);
        viewer.post(403, rebasing.base + "/rebase", Rebasing.onto(rebasing.newer));
        viewer.post(403, rebasing.queue(rebase) + "/accept", Map.of("changes", List.of("control_reworded")));
    }
}
