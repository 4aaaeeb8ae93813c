package eu.bekaa.standard.function.local.rules;

import static eu.bekaa.standard.function.local.rules.Course.API;
import static eu.bekaa.standard.function.local.rules.Course.refused;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.local.SharedPlatform;
import eu.bekaa.standard.function.local.demo.Answers;
import eu.bekaa.standard.function.local.demo.StarterCatalog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The SCF catalog (contract §3).
class CatalogRulesTest {
    private final SharedPlatform platform = SharedPlatform.instance();

    @Test
    void std10_onlyAnImportWritesTheCatalog() {
        var version = API + "/scf/versions/" + platform.catalog();
        var control = Answers.data(platform.assessor().get(version + "/controls?limit=1"))
                .getFirst();
        var path = API + "/scf/controls/" + Answers.text(control, "control_id");
        for (var person : List.of(platform.admin(), platform.approver(), platform.assessor())) {
            refused(405, "METHOD_NOT_ALLOWED", () -> person.post(path, Map.of("control_title", "Ours")));
            refused(405, "METHOD_NOT_ALLOWED", () -> person.patch(path, Map.of("control_title", "Ours")));
            refused(
                    405,
                    "METHOD_NOT_ALLOWED",
                    () -> person.post(path + "/mappings", Map.of("relationship_type", "equal")));
            refused(405, "METHOD_NOT_ALLOWED", () -> person.post(API + "/scf/frameworks", Map.of()));
        }
        var content = Map.of("source_type", "synthetic_fixture", "version_label", "Theirs", "content", "UEsDBA==");
        for (var person : List.of(platform.approver(), platform.assessor())) {
            refused(403, "FORBIDDEN", () -> person.post(API + "/admin/scf/import-runs", content));
        }
        assertThat(changingOperations()).isEmpty();
        assertThat(platform.assessor().get(path)).containsEntry("control_title", control.get("control_title"));

        var again = platform.journey().importWorkbook(StarterCatalog.workbook(), "Imported by the administrator");
        assertThat(again).containsEntry("status", "succeeded");
    }

    /// What the API describes under `/scf` that is not a read.
    private List<String> changingOperations() {
        return Answers.nested(platform.assessor().get("/openapi.json"), "paths").entrySet().stream()
                .filter(item -> item.getKey().startsWith(API + "/scf/"))
                .filter(item -> item.getValue() instanceof Map<?, ?> methods
                        && !methods.keySet().stream().allMatch("get"::equals))
                .map(Map.Entry::getKey)
                .toList();
    }
}
