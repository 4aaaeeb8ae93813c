package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.rows;
import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Assessments;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class EvidenceFindingTest {
    private static final String EXEMPT = """
            Access rights of staff

            Managers review the access rights of staff. The test environment is exempt from access reviews.
            """;

    private final Assessments assessments;
    private final Shelf shelf;
    private final Statement.Case work;

    EvidenceFindingTest(Assessments assessments, Shelf shelf, Statement statement) {
        this.assessments = assessments;
        this.shelf = shelf;
        this.work = statement.open();
        work.assessor.post(201, work.assessmentPath() + "/scope", Map.of("title", "All", "description", "Everything."));
    }

    @Test
    void std71_absenceIsALimitationAndNothingElse() {
        var version = work.ingested();

        var findings = rows(work.analyse(201, version), "findings");

        assertThat(findings)
                .hasSize(5)
                .allSatisfy(finding -> assertThat(finding)
                        .containsEntry("evidence_strength", "absent")
                        .containsEntry("evidence_status", "not_evidenced")
                        .containsEntry("confidence_score", 0.0)
                        .containsEntry("matched_signals", List.of())
                        .satisfies(each -> assertThat(
                                        each.get("evidence_limitations").toString())
                                .contains("Absence of evidence is a limit of the documents")));
        assertThat(state()).isEqualTo(AssessmentState.EVIDENCE_ANALYSIS_READY);
        assertThat(work.item(version, "R-2")).containsEntry("implementation_status", "not_assessed");
    }

    @Test
    void aFindingQuotesItsSourcesWordForWord() {
        var document = put("access.md", Shelf.ACCESS);
        put("reviews.md", Shelf.REVIEWS);
        var version = work.ingested();

        var finding = work.about(rows(work.analyse(201, version), "findings"), "R-2");
        var sources = rows(
                work.assessor.get("/evidence-findings/" + finding.get("evidence_finding_id") + "/sources"), "data");

        assertThat(finding)
                .containsEntry("evidence_status", "candidate")
                .satisfies(each -> assertThat(text(each, "evidence_strength")).isIn("partial", "strong"));
        assertThat(sources).hasSize(2).allSatisfy(source -> {
            assertThat(source).containsEntry("candidate_evidence", true).containsEntry("retrieval_method", "hybrid");
            assertThat(text(source, "snippet")).hasSizeLessThanOrEqualTo(500);
            assertThat(Shelf.ACCESS + Shelf.REVIEWS).contains(text(source, "snippet"));
        });
        assertThat(sources).extracting(source -> source.get("rank")).containsExactly(1, 2);
        assertThat(sources).extracting(source -> source.get("document_id")).contains(document.toString());
        assertThat(signals(finding)).contains("documented", "process");
        assertThat(rows(finding, "matched_signals"))
                .allSatisfy(signal -> assertThat(text(signal, "sentence")).contains(text(signal, "phrase")))
                .allSatisfy(signal -> assertThat(Shelf.ACCESS + Shelf.REVIEWS).contains(text(signal, "sentence")));
    }

    @Test
    void anExceptionInACitedPassageMakesTheEvidenceConflicting() {
        put("access.md", Shelf.ACCESS);
        put("exempt.md", EXEMPT);
        var version = work.ingested();

        var finding = work.about(rows(work.analyse(201, version), "findings"), "R-2");

        assertThat(finding)
                .containsEntry("evidence_strength", "conflicting")
                .containsEntry("evidence_status", "conflicting")
                .containsEntry("confidence_score", 0.55);
        assertThat(rows(finding, "matched_signals"))
                .anySatisfy(signal -> assertThat(signal)
                        .containsEntry("signal", "exception")
                        .containsEntry("phrase", "exempt")
                        .containsEntry("sentence", "The test environment is exempt from access reviews."));
        assertThat(text(finding, "evidence_summary")).contains("speaks of an exception, \"exempt\"");
    }

    @Test
    void anUnmappedRequirementIsSearchedByItsOwnWordsOrNotAtAll() {
        put("menu.md", "Canteen menu\n\nOn Monday the canteen serves soup with bread. On Tuesday there is pasta.");
        var findings = rows(work.analyse(201, work.ingested()), "findings");

        assertThat(text(work.about(findings, "R-3"), "evidence_strength")).isNotEqualTo("absent");
        assertThat(work.about(findings, "R-4"))
                .containsEntry("evidence_strength", "absent")
                .satisfies(each ->
                        assertThat(each.get("evidence_limitations").toString()).contains("nothing to search by"));
        assertThat(work.about(findings, "R-2")).containsEntry("evidence_strength", "absent");
    }

    private UUID put(String name, String text) {
        return shelf.put(work.tenant.assessor(), work.ground.assessmentId(), name, text);
    }

    private static List<String> signals(Map<String, Object> finding) {
        return rows(finding, "matched_signals").stream()
                .map(signal -> text(signal, "signal"))
                .toList();
    }

    private AssessmentState state() {
        return assessments
                .find(work.tenant.assessor(), work.ground.assessmentId())
                .state();
    }
}
