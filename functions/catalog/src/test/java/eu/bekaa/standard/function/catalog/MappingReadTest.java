package eu.bekaa.standard.function.catalog;

import static eu.bekaa.standard.function.catalog.CatalogHttp.csv;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MappingReadTest {
    @Inject
    CatalogHttp catalog;

    private String version = "";
    private String framework = "";

    @BeforeAll
    void aVersion() {
        var run = catalog.imported(
                "read-me",
                csv(
                        "Reading v2",
                        "Governance GOV-01 2.10\n2.9",
                        "Governance GOV-02 2.9",
                        "Access IAC-01 1.1",
                        "Access IAC-02 2.9\n1.1"));
        version = String.valueOf(run.get("scf_version_id"));
        framework = String.valueOf(catalog.list("/scf/frameworks?scf_version=" + version)
                .getFirst()
                .get("framework_id"));
    }

    @Test
    void mappingsOfAControlAreFoundByIdAndByCode() {
        var id = catalog.body("/scf/controls/by-code/GOV-01?version=" + version).get("control_id");

        var byId = catalog.list("/scf/controls/" + id + "/mappings");
        var byCode = catalog.list("/scf/controls/GOV-01/mappings?version=" + version + "&framework=" + framework);

        assertThat(byCode).isEqualTo(byId);
        assertThat(byId).extracting(mapping -> mapping.get("requirement_code")).containsExactly("2.9", "2.10");
        assertThat(byId.getFirst())
                .containsEntry("relationship_type", "intersects")
                .containsEntry("strength_score", null)
                .containsEntry("mapping_source", "official_scf")
                .containsEntry("is_official", true)
                .containsEntry("framework_code", "READING V2");
    }

    @Test
    void requirementsComeInNaturalOrder() {
        var requirements = catalog.list("/scf/frameworks/" + framework + "/requirements");

        assertThat(requirements).extracting(one -> one.get("requirement_code")).containsExactly("1.1", "2.9", "2.10");
        var mapped = catalog.list(
                "/scf/requirements/" + requirements.get(1).get("requirement_id") + "/mappings?scf_version=" + version);
        assertThat(mapped).extracting(one -> one.get("control_code")).containsExactly("GOV-01", "GOV-02", "IAC-02");
    }

    @Test
    void coverageCountsWhatIsMapped() {
        assertThat(catalog.body("/scf/frameworks/" + framework + "/coverage?scf_version=" + version))
                .containsEntry("requirement_count", 3)
                .containsEntry("mapped_requirement_count", 3)
                .containsEntry("control_count", 4)
                .containsEntry("official_mapping_count", 6)
                .containsEntry("is_synthetic", false);
        assertThat(catalog.get("/scf/frameworks/" + framework + "/coverage").code())
                .isEqualTo(400);
    }

    @Test
    void std13_operatorsAreStoredInTheirPresentSpelling() {
        var accepted = catalog.send(Map.of(
                "source_type", "synthetic_fixture", "version_label", "operators", "content", FixtureText.OPERATORS));
        catalog.work();
        var fixture = catalog.run(accepted).get("scf_version_id");
        var mappings = catalog.list("/scf/controls/GOV-01/mappings?version=" + fixture);

        assertThat(mappings).extracting(one -> one.get("relationship_type")).containsExactly("equal", "no_relation");
        assertThat((List<?>) Http.body(accepted).get("warnings")).hasSize(2);
        assertThat(CatalogHttp.statistics(catalog.run(accepted))).containsEntry("strm_relationships", 3);
    }

    @Test
    void std12_anUnmappedRequirementIsReportedAndNothingInvented() {
        var accepted = catalog.send(Map.of(
                "source_type", "synthetic_fixture", "version_label", "unmapped", "content", FixtureText.OPERATORS));
        catalog.work();
        var fixture = catalog.run(accepted).get("scf_version_id");
        var operators = catalog.list("/scf/frameworks?scf_version=" + fixture)
                .getFirst()
                .get("framework_id");

        assertThat(catalog.body("/scf/frameworks/" + operators + "/coverage?scf_version=" + fixture))
                .containsEntry("requirement_count", 3)
                .containsEntry("mapped_requirement_count", 1)
                .containsEntry("is_synthetic", true);
        var third =
                catalog.list("/scf/frameworks/" + operators + "/requirements").getLast();
        assertThat(catalog.list(
                        "/scf/requirements/" + third.get("requirement_id") + "/mappings?scf_version=" + fixture))
                .isEmpty();
    }

    @Test
    void std13_coverageWeighsEveryRequirementByItsBestControl() {
        var accepted = catalog.send(Map.of(
                "source_type", "synthetic_fixture", "version_label", "weights", "content", FixtureText.OPERATORS));
        catalog.work();
        var fixture = catalog.run(accepted).get("scf_version_id");
        var operators = catalog.list("/scf/frameworks?scf_version=" + fixture)
                .getFirst()
                .get("framework_id");

        assertThat(catalog.body("/scf/frameworks/" + operators + "/coverage?scf_version=" + fixture))
                .containsEntry("coverage_percentage", 33.33)
                .containsEntry("weighted_coverage_percentage", 33.33)
                .containsEntry("official_mapping_count", 3)
                .containsEntry("unrelated_count", 1)
                .containsEntry(
                        "relationships",
                        Map.of("equal", 1, "subset", 0, "intersects", 1, "superset", 0, "no_relation", 1));
        assertThat(catalog.body("/scf/frameworks/" + framework + "/coverage?scf_version=" + version))
                .containsEntry("coverage_percentage", 100.0)
                .containsEntry("weighted_coverage_percentage", 50.0);
    }

    @Test
    void std13_anOperatorOutsideTheVocabularyIsRefused() {
        var accepted = catalog.send(Map.of(
                "source_type",
                "synthetic_fixture",
                "version_label",
                "unknown operator",
                "content",
                FixtureText.OPERATORS.replace("\"direct\"", "\"source_defined\"")));

        assertThat(accepted.code()).isEqualTo(400);
        assertThat(catalog.get("/scf/frameworks/" + framework + "/coverage?scf_version=" + UUID.randomUUID())
                        .code())
                .isEqualTo(404);
    }

    @Test
    void twoFrameworksAreComparedByTheirControls() {
        assertThat(catalog.body("/scf/cross-mapping/" + framework + "/" + framework + "?scf_version=" + version))
                .containsEntry("shared", 4)
                .containsEntry("only_in_a", 0)
                .containsEntry("overlap_percentage", 100.0);
    }

    @Test
    void theControlsBehindAComparisonAreListedWithWhatTheyAnswer() {
        var run = catalog.imported("crossed", """
                SCF Domain,SCF Control,SCF #,Control Description,Function Grouping,Crossed A,Crossed B
                Governance,One,GOV-01,Text.,Protect,"1.1
                1.2",7
                Governance,Two,GOV-02,Text.,Protect,1.1,
                Governance,Three,GOV-03,Text.,Protect,,8
                Governance,Four,GOV-04,Text.,Protect,2.1,7
                """);
        var crossed = run.get("scf_version_id");
        var ids = catalog.list("/scf/frameworks?scf_version=" + crossed).stream()
                .map(one -> String.valueOf(one.get("framework_id")))
                .toList();
        var path = "/scf/cross-mapping/" + ids.getFirst() + "/" + ids.getLast();

        assertThat(catalog.body(path + "?scf_version=" + crossed))
                .containsEntry("control_count_a", 3)
                .containsEntry("control_count_b", 3)
                .containsEntry("shared", 2)
                .containsEntry("only_in_a", 1)
                .containsEntry("only_in_b", 1)
                .containsEntry("overlap_percentage", 50.0);
        assertThat(catalog.list(path + "/controls?scf_version=" + crossed))
                .extracting(one -> one.get("control_code") + " " + one.get("side"))
                .containsExactly("GOV-01 shared", "GOV-02 only_in_a", "GOV-03 only_in_b", "GOV-04 shared");
        assertThat(catalog.list(path + "/controls?side=shared&scf_version=" + crossed))
                .first()
                .satisfies(one -> assertThat(one)
                        .containsEntry("requirements_a", List.of("1.1", "1.2"))
                        .containsEntry("requirements_b", List.of("7")));
        assertThat(catalog.get(path + "/controls?side=both").code()).isEqualTo(400);
        assertThat(catalog.get("/scf/cross-mapping/" + ids.getFirst() + "/" + UUID.randomUUID())
                        .code())
                .isEqualTo(404);
    }
}
