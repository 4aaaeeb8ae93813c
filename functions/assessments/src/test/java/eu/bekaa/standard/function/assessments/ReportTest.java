package eu.bekaa.standard.function.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.assessments.Analysed.Line;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class ReportTest {
    @Inject
    Desk.Office office;

    private Desk desk;

    @BeforeEach
    void anAnalysedAssessment() {
        desk = office.forReport();
    }

    @Test
    void std101_everyStatementNamesASourceOrIsLabelled() {
        var gap = desk.fourApproved();
        var before = desk.findings(gap);
        var report = desk.generated(Desk.FULL);

        var sections = desk.assessor().list("/reports/" + report + "/sections");

        assertThat(sections)
                .extracting(section -> section.get("section"))
                .containsExactly(
                        "cover",
                        "executive_summary",
                        "scope",
                        "methodology",
                        "basis",
                        "soa_summary",
                        "gap_summary",
                        "findings",
                        "maturity_summary",
                        "maturity_by_domain",
                        "poam_summary",
                        "poam_items",
                        "limitations",
                        "traceability",
                        "evidence",
                        "history",
                        "sources");
        var statements = sections.stream()
                .flatMap(section -> maps(section.get("blocks")))
                .filter(block -> "paragraph".equals(block.get("block")))
                .flatMap(block -> maps(block.get("statements")))
                .toList();
        assertThat(statements).hasSizeGreaterThan(10).allSatisfy(statement -> {
            if ("sourced".equals(statement.get("basis"))) {
                assertThat((List<?>) statement.get("sources")).isNotEmpty();
            } else {
                assertThat(statement.get("basis")).isIn("limitation", "assumption");
            }
        });
        assertThat(desk.findings(gap)).isEqualTo(before);
    }

    @Test
    void std102_aFormatThatATypeIsNotMadeAsIsRefused() {
        desk.approvedGap();
        var zip = Map.of("report_type", "full_assessment_report", "format", "zip");

        assertThat(desk.assessor().refused(400, desk.generate(), zip)).isEqualTo("REPORT_FORMAT_NOT_IMPLEMENTED");
        assertThat(desk.assessor().refused(400, desk.generate(), Map.of("report_type", "nonsense")))
                .isEqualTo("VALIDATION_ERROR");
        assertThat(desk.assessor()
                        .refused(400, desk.generate(), Map.of("report_type", "poam_report", "no_such_field", 1)))
                .isEqualTo("VALIDATION_ERROR");
        var report = desk.generated(Desk.FULL);
        assertThat(desk.assessor().status("/reports/" + report + "/download?format=zip"))
                .isEqualTo(400);
        assertThat(desk.assessor().status("/reports/" + report + "/download?format=exe"))
                .isEqualTo(400);
    }

    @Test
    void std2_anotherOrganizationsReportIsNotFound() {
        desk.approvedGap();
        var report = desk.generated(Desk.FULL);
        var stranger = office.desk(Line.absent("ID.AM-1", "AST-01")).assessor();

        for (var path : List.of("", "/sections", "/render", "/download")) {
            assertThat(stranger.status("/reports/" + report + path)).as(path).isEqualTo(404);
        }
        assertThat(stranger.refused(404, "/reports/" + report + "/regenerate", Map.of()))
                .isEqualTo("REPORT_NOT_FOUND");
        assertThat(stranger.refused(404, desk.generate(), Desk.FULL)).isEqualTo("ASSESSMENT_NOT_FOUND");
    }

    @Test
    void std5_theSameKeyGeneratesOneReport() {
        desk.approvedGap();
        var keyed = Map.of("report_type", "soa_export", "idempotency_key", "once");

        var first = desk.generated(keyed);
        var second = desk.generated(keyed);

        assertThat(second).isEqualTo(first);
        assertThat(desk.assessor().list(desk.base() + "/reports")).hasSize(1);
    }

    @Test
    void theAnswerTellsWhereTheReportIs() {
        desk.approvedGap();
        var request =
                desk.tenant().as(desk.assessor().caller(), HttpRequest.POST("/api/v1" + desk.generate(), Desk.FULL));

        var response = desk.assessor().http().send(request);

        assertThat(response.header("Location")).startsWith("/api/v1/reports/");
    }

    @SuppressWarnings("unchecked")
    private static Stream<Map<String, Object>> maps(Object list) {
        return ((List<Map<String, Object>>) list).stream();
    }
}
