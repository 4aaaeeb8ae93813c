package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.assessments.Analysed.Line;
import eu.bekaa.standard.testing.CountingDriver;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/// How many statements a request sends: few, and as many for 200 rows as for 10.
@MicronautTest(transactional = false)
@Property(name = "datasources.default.driver-class-name", value = "eu.bekaa.standard.testing.CountingDriver")
class StatementCountTest {
    /// What the edge and the pool send: tenant setting, credentials, rate limit, idempotency, a live connection.
    private static final List<String> EDGE =
            List.of("set_config(", "_caller(", "count_request(", "idempotency_key", "SET TRANSACTION");

    private static final String ALIVE = "SELECT 1";

    /// What every recorded change leaves behind it: its audit records and, where others are told, event and job.
    private static final List<String> RECORDED =
            List.of("audit_head", "INTO audit_record", "INTO \"domain_event\"", "INTO \"job\"");

    private static final int MOST_FOR_A_READ = 4;
    private static final int MOST_FOR_AN_EDIT = 8;

    /// Submitting, deciding and approving also move the life cycle.
    private static final int MOST_FOR_A_REVIEW = 10;

    /// A draft reads catalog, statement, evidence and what was approved before, each as a whole.
    private static final int MOST_FOR_A_DRAFT = 24;

    @Inject
    Desk.Office office;

    private final Map<String, Integer> counts = new LinkedHashMap<>();

    @Test
    void aRequestSendsFewStatementsHoweverManyRowsThereAre() {
        walk(10);
        var few = new LinkedHashMap<>(counts);
        counts.clear();
        walk(200);
        var softly = new SoftAssertions();
        counts.forEach((request, count) -> {
            softly.assertThat(count).as(request + " with 200 rows, 10 before").isEqualTo(few.get(request));
            softly.assertThat(count).as(request).isLessThanOrEqualTo(most(request));
        });
        softly.assertAll();
        assertThat(counts).hasSizeGreaterThan(40);
    }

    private static int most(String request) {
        if (request.startsWith("GET") || request.endsWith("/validate")) {
            return MOST_FOR_A_READ;
        }
        if (request.startsWith("PATCH")) {
            return MOST_FOR_AN_EDIT;
        }
        return request.endsWith("draft") ? MOST_FOR_A_DRAFT : MOST_FOR_A_REVIEW;
    }

    private void walk(int rows) {
        var desk = office.desk(IntStream.rangeClosed(1, rows)
                .mapToObj(row -> Line.partial("ID.AM-" + row, "AST-" + row))
                .toArray(Line[]::new));
        var soa = "/soa/" + desk.assessed().soaVersionId();
        var base = desk.base();
        get(desk, "/assessments");
        get(desk, base);
        get(desk, base + "/lifecycle/events");
        get(desk, base + "/available-transitions");
        get(desk, base + "/status");
        get(desk, base + "/timeline");
        get(desk, base + "/soa");
        get(desk, soa);
        get(desk, soa + "/items?limit=100");
        get(desk, soa + "/validation");
        get(desk, base + "/evidence-findings");

        var gap = "/gap-analysis/" + text(count("POST gap draft", desk::draftedGap), "gap_analysis_version_id");
        get(desk, base + "/gap-analysis");
        get(desk, gap);
        get(desk, gap + "/findings?limit=100");
        get(desk, gap + "/summary");
        post(desk, gap + "/validate");
        var finding = desk.assessor().list(gap + "/findings?limit=1").getFirst();
        patch(desk, "/gap-analysis/findings/" + text(finding, "gap_finding_id"), Map.of("impact", 4));
        approve(desk, gap);

        var maturity = base + "/maturity-versions/" + count("POST maturity draft", desk::draftedMaturity);
        get(desk, base + "/maturity-versions");
        get(desk, maturity);
        get(desk, maturity + "/scores");
        get(desk, maturity + "/summary");
        var score = desk.assessor().list(maturity + "/scores").getFirst();
        patch(desk, maturity + "/scores/" + text(score, "maturity_score_id"), Map.of("rationale", "Seen."));
        approve(desk, maturity);

        var version = gap.substring(gap.lastIndexOf('/') + 1);
        var plan = "/poam/" + text(count("POST plan draft", () -> desk.draftedPlan(version)), "poam_version_id");
        get(desk, base + "/poam");
        get(desk, plan);
        get(desk, plan + "/items?limit=100");
        get(desk, plan + "/summary");
        post(desk, plan + "/validate");
        var item = text(desk.assessor().list(plan + "/items?limit=1").getFirst(), "poam_item_id");
        get(desk, "/poam/items/" + item);
        get(desk, "/poam-items/" + item + "/milestones");
        get(desk, "/poam-items/" + item + "/dependencies");
        patch(desk, "/poam/items/" + item, Map.of("owner_role", "CISO"));
        approve(desk, plan);

        get(desk, base + "/compliance-gate");
        get(desk, base + "/roc-summary");
        get(desk, base + "/compliance-index");
        get(desk, base + "/reports/executive-summary");
        get(desk, base + "/approvals");
        get(desk, "/organizations/" + desk.tenant().organizationId() + "/approvals/pending");
        get(desk, base + "/artifacts");
        var artifact =
                "/artifacts/" + text(desk.assessor().list(base + "/artifacts").getFirst(), "artifact_id");
        get(desk, artifact);
        get(desk, artifact + "/versions");
        get(desk, artifact + "/versions/1");
        patch(desk, base, Map.of("name", "Renamed"));
    }

    private void approve(Desk desk, String path) {
        var version = path.substring(path.lastIndexOf('/') + 1);
        post(desk, path + "/submit-review");
        var approval = desk.approvalOf(version);
        count(
                label("POST", "/approvals/" + approval + "/approve"),
                () -> desk.approver().post(200, "/approvals/" + approval + "/approve", Map.of()));
        count(
                label("POST", path + "/approve"),
                () -> desk.approver().post(200, path + "/approve", Map.of("approval_event_id", approval)));
    }

    private void get(Desk desk, String path) {
        count(label("GET", path), () -> desk.assessor().get(path));
    }

    private void post(Desk desk, String path) {
        count(label("POST", path), () -> desk.assessor().post(200, path, Map.of()));
    }

    private void patch(Desk desk, String path, Map<String, ?> body) {
        count(label("PATCH", path), () -> desk.assessor().patch(200, path, body));
    }

    private <T> T count(String request, Supplier<T> sending) {
        CountingDriver.SENT.clear();
        var answer = sending.get();
        var sent = CountingDriver.SENT.stream()
                .filter(sql -> !sql.equals(ALIVE))
                .filter(sql -> EDGE.stream().noneMatch(sql::contains))
                .filter(sql -> RECORDED.stream().noneMatch(sql::contains))
                .count();
        counts.put(request, (int) sent);
        return answer;
    }

    private static String label(String method, String path) {
        return method + " " + path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}");
    }
}
