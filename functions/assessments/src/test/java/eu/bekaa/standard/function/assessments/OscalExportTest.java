package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.text;
import static eu.bekaa.standard.function.assessments.Downloads.nested;
import static eu.bekaa.standard.function.assessments.Downloads.rows;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.assessments.Analysed.Line;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The machine-readable export as NIST's OSCAL 1.1.2 asks for it.
@MicronautTest(transactional = false)
class OscalExportTest {
    private static final String UUID_PATTERN =
            "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[45][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}";
    private static final String TOKEN = "(\\p{L}|_)(\\p{L}|\\p{N}|[.\\-_])*";
    private static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";

    @Inject
    Desk.Office office;

    @Inject
    RenderQueue queue;

    @Inject
    Downloads downloads;

    private Desk desk;

    @BeforeEach
    void anApprovedAnalysis() {
        desk = office.desk(
                Line.strong("ID.AM-1", "AST-01", "documented"),
                Line.partial("5.1 (a)", "AST-02"),
                Line.absent("ID.AM-3", "AST-03"),
                Line.unmapped("ID.AM-4"),
                Line.notApplicable("ID.AM-5", "AST-05", "There is no plant."));
        desk.fourApproved();
    }

    @Test
    void theFindingsAreAnAssessmentResultsDocument() {
        var document = nested(downloads.object(bytes(exported("json"), "json")), "assessment-results");
        var result = rows(document, "results").getFirst();
        var findings = rows(result, "findings");

        assertThat(document).containsOnlyKeys("uuid", "metadata", "import-ap", "results", "back-matter");
        requireMetadata(document);
        assertThat(result).containsKeys("uuid", "title", "description", "start", "reviewed-controls");
        assertThat(findings).hasSize(5).allSatisfy(finding -> {
            assertThat(finding).containsKeys("uuid", "title", "description", "target");
            var target = nested(finding, "target");
            assertThat(target).containsEntry("type", "objective-id");
            assertThat(text(target, "target-id")).matches(TOKEN);
            assertThat(text(nested(target, "status"), "state")).isIn("satisfied", "not-satisfied");
        });
        assertThat(states(findings))
                .containsExactly(
                        "satisfied pass",
                        "not-satisfied fail",
                        "not-satisfied other",
                        "not-satisfied other",
                        "satisfied other");
        assertThat(nested(findings.getLast(), "target"))
                .containsEntry("implementation-status", Map.of("state", "not-applicable"));
        requireSound(document);
    }

    @Test
    void std71_whatWasNotEvidencedIsNotSaidToFail() {
        var document = nested(downloads.object(bytes(exported("json"), "json")), "assessment-results");
        var absent = rows(rows(document, "results").getFirst(), "findings").get(2);

        assertThat(nested(nested(absent, "target"), "status"))
                .containsEntry("reason", "other")
                .containsEntry("remarks", "not_evidenced");
    }

    @Test
    void thePlanIsAPlanOfActionAndMilestones() {
        var files = Downloads.unzipped(bytes(exported("zip"), "zip"));
        var plan = nested(
                downloads.object(files.get("oscal/plan-of-action-and-milestones.json")),
                "plan-of-action-and-milestones");
        var results = nested(downloads.object(files.get("oscal/assessment-results.json")), "assessment-results");
        var items = rows(plan, "poam-items");

        requireMetadata(plan);
        assertThat(items).hasSize(3).allSatisfy(item -> {
            assertThat(item).containsKeys("uuid", "title", "description", "related-risks", "links");
            var link = text(rows(item, "links").getFirst(), "href");
            assertThat(ids(results)).contains(link.substring(link.indexOf('#') + 1));
        });
        assertThat(rows(plan, "risks")).allSatisfy(risk -> {
            assertThat(risk).containsKeys("uuid", "title", "description", "statement", "deadline");
            assertThat(risk.get("status")).isIn("open", "remediating", "closed");
            assertThat(rows(risk, "remediations"))
                    .allSatisfy(remedy ->
                            assertThat(remedy).containsKeys("uuid", "lifecycle", "title", "description", "tasks"));
        });
        requireSound(plan);
    }

    @Test
    void std102_theSameExportIsTheSameBytes() {
        var report = exported("json");
        var first = bytes(report, "json");
        desk.assessor().post(202, "/reports/" + report + "/render", Map.of("format", "xlsx"));
        queue.work(desk.assessor().caller(), report);

        assertThat(bytes(report, "json")).isEqualTo(first);
        assertThat(desk.assessor().get("/reports/" + report).get("content_hash"))
                .asString()
                .hasSize(64);
    }

    private static void requireMetadata(Map<String, Object> document) {
        var metadata = nested(document, "metadata");
        assertThat(metadata).containsKeys("title", "last-modified", "version").containsEntry("oscal-version", "1.1.2");
        assertThat(text(metadata, "last-modified")).matches(INSTANT);
    }

    /// Ids are of the versions that OSCAL takes and unique, references lead somewhere, no text is blank and no list
    /// empty.
    private static void requireSound(Map<String, Object> document) {
        var ids = ids(document);
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches(UUID_PATTERN));
        walk("", document, (key, value) -> {
            switch (value) {
                case String text -> {
                    assertThat(text).as(key).isNotBlank().isEqualTo(text.strip());
                    if (key.endsWith("-uuid")) {
                        assertThat(ids).as(key).contains(text);
                    }
                    if (key.equals("href") && text.startsWith("#")) {
                        assertThat(ids).contains(text.substring(1));
                    }
                    if (key.equals("control-id")) {
                        assertThat(text).matches(TOKEN);
                    }
                    if (List.of("start", "end", "collected", "deadline", "date").contains(key)) {
                        assertThat(text).as(key).matches(INSTANT);
                    }
                }
                case List<?> list -> assertThat(list).as(key).isNotEmpty();
                default -> assertThat(value).as(key).isInstanceOf(Map.class);
            }
        });
    }

    private static List<String> ids(Map<String, Object> document) {
        var ids = new ArrayList<String>();
        walk("", document, (key, value) -> {
            if (key.equals("uuid")) {
                ids.add(value.toString());
            }
        });
        return ids;
    }

    private static void walk(String key, Object value, BiConsumer<String, Object> each) {
        each.accept(key, value);
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, held) -> walk(name.toString(), Objects.requireNonNull(held), each));
        } else if (value instanceof List<?> list) {
            list.forEach(held -> walk(key, Objects.requireNonNull(held), each));
        }
    }

    private static List<String> states(List<Map<String, Object>> findings) {
        return findings.stream()
                .map(finding -> nested(nested(finding, "target"), "status"))
                .map(status -> text(status, "state") + " " + text(status, "reason"))
                .toList();
    }

    private String exported(String format) {
        var job = desk.assessor().post(202, desk.base() + "/exports", Map.of("format", format));
        var report = text(job, "report_version_id");
        queue.work(desk.assessor().caller(), report);
        return report;
    }

    private byte[] bytes(String report, String format) {
        var path = "/api/v1/reports/" + report + "/download?format=" + format;
        return downloads.bytes(desk.tenant(), desk.assessor().caller(), path);
    }
}
