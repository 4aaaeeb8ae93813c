package eu.bekaa.standard.function.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DifferenceReadTest {
    private static final String HEADER =
            "SCF Domain,SCF Control,SCF #,Control Description,Relative Control Weighting,SCF Control Question,Compared v1\n";

    @Inject
    CatalogHttp catalog;

    private String path = "";

    @BeforeAll
    void twoVersions() {
        var older = catalog.imported("compared 1", HEADER + """
                Governance,Same,GOV-01,Text.,5,Is it?,"1
                2"
                Governance,Old name,GOV-02,Text two.,5,Is it?,1
                Governance,Three,GOV-03,Text three.,5,Is it?,1
                Governance,Four,GOV-04,Text four.,5,Is it?,1
                Governance,Five,GOV-05,Text five.,5,Is it?,1
                Access,Dropped,IAC-01,Text.,5,Is it?,3
                Access,Recoded,IAC-02,Text of it.,5,Is it?,3
                """);
        var newer = catalog.imported("compared 2", HEADER + """
                Governance,Same,GOV-01,"  Text. ",5,Is it?,"1
                4"
                Governance,New name,GOV-02,Text two.,5,Is it?,1
                Governance,Three,GOV-03,Other text.,5,Is it?,1
                Governance,Four,GOV-04,Text four.,9,Is it?,1
                Governance,Five,GOV-05,Text five.,5,Is it so?,1
                Access,Recoded,IAC-09,Text of it.,5,Is it?,3
                Access,Begun,IAC-03,Text three of it.,5,Is it?,3
                """);
        path = "/scf/versions/" + older.get("scf_version_id") + "/diff/" + newer.get("scf_version_id");
    }

    private List<String> found(String query) {
        return catalog.list(path + query).stream()
                .map(change -> change.get("control_code") + " " + change.get("kinds"))
                .toList();
    }

    @Test
    void everyKindOfChangeIsToldControlByControl() {
        assertThat(found(""))
                .containsExactly(
                        "GOV-01 [mappings_added, mappings_removed]",
                        "GOV-02 [renamed]",
                        "GOV-03 [reworded]",
                        "GOV-04 [reweighted]",
                        "GOV-05 [question_changed]",
                        "IAC-09 [renamed]",
                        "IAC-03 [added, mappings_added]",
                        "IAC-01 [removed, mappings_removed]");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theTotalsCountTheWholeDifferenceWhateverIsAskedFor() {
        var totals = (Map<String, Object>) Objects.requireNonNull(
                catalog.body(path + "?kind=removed&limit=1").get("totals"));

        assertThat(totals)
                .containsEntry("controls_before", 7)
                .containsEntry("controls_after", 7)
                .containsEntry("added", 1)
                .containsEntry("removed", 1)
                .containsEntry("renamed", 2)
                .containsEntry("reworded", 1)
                .containsEntry("question_changed", 1)
                .containsEntry("reweighted", 1)
                .containsEntry("unchanged", 2)
                .containsEntry("mappings_added", 2)
                .containsEntry("mappings_removed", 2);
    }

    @Test
    @SuppressWarnings("unchecked")
    void bothTextsAndTheMappingsAreShown() {
        var reworded = catalog.list(path + "?kind=reworded").getFirst();

        assertThat((Map<String, Object>) Objects.requireNonNull(reworded.get("before")))
                .containsEntry("control_description", "Text three.");
        assertThat((Map<String, Object>) Objects.requireNonNull(reworded.get("after")))
                .containsEntry("control_description", "Other text.");
        var mapped = (List<Map<String, Object>>)
                Objects.requireNonNull(catalog.list(path + "?kind=mappings_added&domain=GOV")
                        .getFirst()
                        .get("mapping_changes"));
        assertThat(mapped)
                .extracting(one -> one.get("requirement_code") + " " + one.get("kind"))
                .containsExactly("2 mappings_removed", "4 mappings_added");
    }

    @Test
    @SuppressWarnings("unchecked")
    void filtersAndPagesNarrowTheList() {
        assertThat(found("?domain=IAC"))
                .extracting(line -> line.substring(0, 6))
                .containsExactly("IAC-09", "IAC-03", "IAC-01");
        assertThat(found("?domain=XYZ")).isEmpty();
        var first = catalog.body(path + "?limit=5");
        var pagination = (Map<String, Object>) Objects.requireNonNull(first.get("pagination"));
        assertThat(first).containsEntry("found", 8);
        assertThat(pagination).containsEntry("has_more", true).containsEntry("limit", 5);
        assertThat(found("?limit=5&cursor=" + pagination.get("next_cursor"))).hasSize(3);
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        var known = path.substring(0, path.indexOf("/diff/") + "/diff/".length());

        assertThat(catalog.get(known + UUID.randomUUID()).code()).isEqualTo(404);
        assertThat(catalog.get(path + "?kind=rewritten").code()).isEqualTo(400);
        assertThat(catalog.get(path + "?cursor=nonsense").code()).isEqualTo(400);
        assertThat(Http.body(catalog.get(path + "?limit=1000"))).containsKey("error");
    }
}
