package eu.bekaa.standard.function.local;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.local.demo.Answers;
import eu.bekaa.standard.function.local.demo.Api;
import eu.bekaa.standard.function.local.demo.DemoPolicies;
import eu.bekaa.standard.function.local.demo.Journey;
import eu.bekaa.standard.function.local.demo.Journey.Upload;
import eu.bekaa.standard.function.local.demo.StarterCatalog;
import eu.bekaa.standard.testing.Eventually;
import eu.bekaa.standard.testing.Samples;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From import to closed assessment over HTTP and the real queues, two people, every gate. The figures are counted
/// here from the workbook and from the contract's tables, by other means than the product's.
class JourneyTest {
    private static final String FRAMEWORK = "NIST CSF V1.1";
    private static final String COLUMN = "NIST CSF v1.1";
    private static final Set<String> UNMET =
            Set.of("not_met", "partially_met", "not_evidenced", "requires_validation", "not_applicable_not_justified");

    /// What happens on the way, but for the documents.
    private static final List<String> MILESTONES = List.of(
            "assessment.created",
            "soa.approved",
            "gap.approved",
            "maturity.approved",
            "poam.approved",
            "report.generated",
            "report.approved",
            "compliance.gate.evaluated",
            "assessment.closed");

    @TempDir
    static Path home;

    private static PlatformSomewhere platform;

    @BeforeAll
    static void aPlatform() throws Exception {
        platform = PlatformSomewhere.open(home);
    }

    @AfterAll
    static void stop() throws Exception {
        if (platform != null) {
            platform.close();
        }
    }

    @Test
    void theStarterCatalogLeadsToAClosedAssessment() throws IOException {
        travel(StarterCatalog.workbook(), "Starter", DemoPolicies.all());
    }

    @Test
    void theRealWorkbookLeadsToAClosedAssessment() throws IOException {
        var workbook = Samples.require("scf/Secure Controls Framework (SCF) - 2022.3.xlsx");
        var policies = Samples.require("policies-jupiterone");
        travel(Files.readAllBytes(workbook), "SCF 2022.3", markdown(policies));
    }

    @Test
    void theScriptOfTheGuideHasEveryOpenAssessmentEmbeddedAnew() throws Exception {
        var assessor = signIn("ASSESSOR");
        var journey = new Journey(signIn("ADMIN"), assessor, signIn("APPROVER"), step -> {});
        var run = journey.importWorkbook(StarterCatalog.workbook(), "Starter");
        var assessment = journey.open("To be embedded anew", run.get("scf_version_id"));
        journey.upload(assessment, DemoPolicies.all().subList(0, 1));

        var script = new ProcessBuilder(
                        "bash",
                        Path.of("../../infra-cdk/bin/rebuild-embeddings").toString())
                .redirectErrorStream(true);
        script.environment().put("STANDARD_URL", platform.get("STANDARD_URL"));
        script.environment().put("STANDARD_API_KEY", platform.get("STANDARD_API_KEY"));
        var running = script.start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(running.waitFor()).as(said).isZero();
        assertThat(said).contains(assessment + ": 1 documents");
    }

    /// A webhook at an address that is nowhere.
    /// @return where its deliveries are listed
    private static String listener(Api administrator) {
        var made = administrator.post(
                "/api/v1/organizations/" + platform.get("STANDARD_ORG_ID") + "/webhooks",
                Map.of("url", "https://hooks.standard.invalid/", "events", MILESTONES));
        return "/api/v1/webhooks/" + made.get("id") + "/deliveries";
    }

    private static List<Upload> markdown(Path folder) throws IOException {
        try (var files =
                Stream.concat(Files.list(folder.resolve("policies")), Files.list(folder.resolve("procedures")))) {
            return files.filter(file -> file.toString().endsWith(".md.tmpl"))
                    .sorted()
                    .map(file -> new Upload(name(file), "text/markdown", bytes(file), "policy"))
                    .toList();
        }
    }

    private static String name(Path template) {
        return template.getFileName().toString().replace(".tmpl", "");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void travel(byte[] workbook, String label, List<Upload> documents) throws IOException {
        var counted = CountedWorkbook.read(workbook, COLUMN);
        var assessor = signIn("ASSESSOR");
        var administrator = signIn("ADMIN");
        var journey = new Journey(administrator, assessor, signIn("APPROVER"), step -> {});
        var heard = listener(administrator);

        var run = journey.importWorkbook(workbook, label);
        var version = run.get("scf_version_id");
        var framework = journey.framework(FRAMEWORK).get("framework_id");
        var assessment = journey.open(label + " end to end", version);
        journey.upload(assessment, documents);
        journey.choose(assessment, framework);
        var scope = journey.scope(assessment, Map.of("title", "Everything", "description", "The whole organization."));
        var soa = journey.agreeSoa(assessment, journey.draftSoa(assessment, framework, version, scope.id()));
        var items = all(assessor, soa.path() + "/items");
        var mapped = items.stream()
                .filter(item -> item.get("scf_control_id") != null)
                .toList();
        assertThat(mapped).as("one item per official mapping (STD-60)").hasSize(counted.pairs());
        assertThat(distinct(mapped, "framework_requirement_id")).isEqualTo(counted.requirements());
        assertThat(items)
                .filteredOn(item -> item.get("scf_control_id") == null)
                .as("what another version's workbook names and this one does not map (STD-12)")
                .allSatisfy(item -> assertThat(item).containsEntry("mapping_status", "no_official_mapping"));
        assertThat(distinct(items, "scf_control_id")).isEqualTo(counted.controls());

        var gaps = journey.gaps(assessment, soa.id());
        var findings = all(assessor, gaps.path() + "/findings");
        assertThat(findings).as("one finding per item (STD-70)").hasSameSizeAs(items);
        var evidence = Answers.data(assessor.get("/api/v1/assessments/" + assessment + "/evidence-findings")).stream()
                .collect(Collectors.toMap(finding -> finding.get("soa_item_id"), finding -> finding, (a, b) -> b));
        for (var finding : findings) {
            var source = evidence.get(finding.get("soa_item_id"));
            if (source != null) {
                assertThat(finding.get("assessment_status"))
                        .as(source.toString())
                        .isEqualTo(derived(source));
            }
        }
        var byStatus = new TreeMap<>(Answers.nested(assessor.get(gaps.path() + "/summary"), "by_status"));
        byStatus.values().removeIf(count -> Objects.equals(count, 0));
        assertThat(byStatus).isEqualTo(tally(findings, "assessment_status"));

        var maturity = journey.maturity(assessment);
        var scores = Answers.data(assessor.get(maturity.path() + "/scores"));
        assertThat(distinct(scores, "scf_control_id")).as("a score per control").isEqualTo(counted.controls());

        var plan = journey.plan(assessment, gaps.id(), maturity.id());
        var planned = all(assessor, plan.path() + "/items");
        var unmet = findings.stream()
                .filter(finding -> UNMET.contains(finding.get("assessment_status")))
                .count();
        assertThat(planned).as("an item per unmet finding (STD-90)").hasSize((int) unmet);

        var report = journey.report(assessment, label + " report");
        var pdf = assessor.download(report.path() + "/download?format=pdf");
        assertThat(pdf).startsWith('%', 'P', 'D', 'F', '-');
        Eventually.asserts(
                () -> assertThat(Answers.data(assessor.get("/api/v1/agent-runs?assessment_id=" + assessment)))
                        .singleElement()
                        .satisfies(proposed -> assertThat(proposed).containsEntry("status", "completed")));
        assessor.get("/api/v1/assessments/" + assessment + "/compliance-gate");
        journey.close(assessment, report);
        Eventually.asserts(() -> assertThat(distinct(Answers.data(administrator.get(heard)), "event_type"))
                .as("what a webhook is told of")
                .isEqualTo(MILESTONES.size()));

        assertThat(assessor.get("/api/v1/assessments/" + assessment)).containsEntry("state", "closed");
        assertThat(signIn("APPROVER").get("/api/audit/verify")).containsEntry("status", "ok");
    }

    /// The contract's derivation table, first match (contract §9).
    private static String derived(Map<String, Object> evidence) {
        var strength = Objects.toString(evidence.get("evidence_strength"));
        var confidence = ((Number) Objects.requireNonNull(evidence.get("confidence_score"))).doubleValue();
        return switch (strength) {
            case "absent" -> "not_evidenced";
            case "conflicting" -> "requires_validation";
            case "partial" -> "partially_met";
            case "strong" -> confidence >= 0.8 ? "met" : "requires_validation";
            default -> "requires_validation";
        };
    }

    /// Every object of a paged list.
    private static List<Map<String, Object>> all(Api api, String path) {
        var all = new ArrayList<Map<String, Object>>();
        Object cursor = null;
        do {
            var page = api.get(path + "?limit=100" + (cursor == null ? "" : "&cursor=" + cursor));
            all.addAll(Answers.data(page));
            cursor = Answers.nested(page, "pagination").get("next_cursor");
        } while (cursor != null);
        return all;
    }

    private static Map<String, Object> tally(List<Map<String, Object>> rows, String field) {
        return rows.stream()
                .collect(groupingBy(row -> Objects.toString(row.get(field)), TreeMap::new, counting()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().intValue()));
    }

    private static int distinct(List<Map<String, Object>> rows, String field) {
        return (int) rows.stream()
                .map(row -> row.get(field))
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    private static Api signIn(String who) {
        return Api.signIn(
                URI.create(platform.get("STANDARD_URL")),
                JsonMapper.createDefault(),
                platform.get("STANDARD_ORG_ID"),
                platform.get("STANDARD_" + who + "_EMAIL"),
                platform.get("STANDARD_" + who + "_PASSWORD"));
    }
}
