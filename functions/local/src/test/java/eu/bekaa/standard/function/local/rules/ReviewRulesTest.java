package eu.bekaa.standard.function.local.rules;

import static eu.bekaa.standard.function.local.rules.Course.API;
import static eu.bekaa.standard.function.local.rules.Course.refused;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.local.demo.Answers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Statements of Applicability and their review (contract §8, §13).
class ReviewRulesTest {
    @Test
    void std65_std114_onlyWhatIsUnderReviewIsDecidedAndWhatIsApprovedStays() {
        var course = new Course("Reviewed");
        var first = course.draftedSoa();
        var item =
                API + "/soa/items/" + Answers.text(course.all(first + "/items").getFirst(), "soa_item_id");
        course.assessor().patch(item, Map.of("validation_notes", "While a draft."));
        refused(
                409,
                "SOA_APPROVAL_BLOCKED",
                () -> course.approver().post(first + "/approve", Map.of("approval_event_id", course.assessment())));

        var approval = course.decided(first);
        refused(
                409,
                "SOA_VERSION_IMMUTABLE",
                () -> course.assessor().patch(item, Map.of("validation_notes", "Under review.")));
        var given = Map.of("approval_event_id", approval);
        course.approver().post(first + "/approve", given);
        refused(409, "IMMUTABLE", () -> course.approver().post(first + "/approve", given));
        refused(
                409,
                "CONFLICT",
                () -> course.approver()
                        .post(API + "/approvals/" + approval + "/reject", Map.of("reason", "Too late.")));
        refused(
                409,
                "SOA_VERSION_IMMUTABLE",
                () -> course.assessor().patch(item, Map.of("validation_notes", "Approved.")));
        refused(409, "SOA_VERSION_IMMUTABLE", () -> course.assessor().post(first + "/submit-review", Map.of()));

        var second =
                API + "/soa/" + Answers.text(course.assessor().post(first + "/regenerate", Map.of()), "soa_version_id");
        assertThat(course.assessor().get(first)).containsEntry("status", "approved");
        course.approved(second);
        assertThat(Answers.data(course.assessor().get(course.base() + "/soa")))
                .extracting(
                        version -> List.of(Answers.text(version, "version_number"), Answers.text(version, "status")))
                .containsExactly(List.of("1", "superseded"), List.of("2", "approved"));
        assertThat(course.assessor().get(first)).containsEntry("superseded_by", Course.id(second));
    }
}
