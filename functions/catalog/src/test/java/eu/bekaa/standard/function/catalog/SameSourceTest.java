package eu.bekaa.standard.function.catalog;

import static eu.bekaa.standard.function.catalog.CatalogHttp.csv;
import static eu.bekaa.standard.function.catalog.CatalogHttp.statistics;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class SameSourceTest {
    @Inject
    CatalogHttp catalog;

    @Test
    void std16_theSameSourceAgainChangesNothing() {
        var text = csv("Frame R", "Governance GOV-01 1.1");
        var first = catalog.imported("again", text);
        var versions = catalog.list("/scf/versions").size();

        var second = catalog.imported("again", text);

        assertThat(statistics(first)).containsEntry("controls", 1);
        assertThat((int) statistics(first).get("rows_written")).isPositive();
        assertThat(second)
                .containsEntry("status", "succeeded")
                .containsEntry("scf_version_id", first.get("scf_version_id"));
        assertThat(statistics(second)).containsEntry("rows_written", 0).containsEntry("controls", 1);
        assertThat(catalog.list("/scf/versions")).hasSize(versions);
    }

    @Test
    void std11_aLabelBelongsToOneSource() {
        catalog.imported("taken", csv("Frame T", "Governance GOV-01 1.1"));

        var refused = catalog.send(Map.of(
                "source_type", "csv", "version_label", "taken", "content", csv("Frame T", "Governance GOV-01 1.2")));

        assertThat(refused.code()).isEqualTo(409);
        assertThat(Http.error(refused)).containsEntry("code", "CONFLICT");
    }

    @Test
    void aLabelTakenMeanwhileFailsTheRunAndLeavesNothing() {
        var one = catalog.send(Map.of(
                "source_type", "csv", "version_label", "race", "content", csv("Frame Q", "Governance GOV-01 1")));
        var two = catalog.send(Map.of(
                "source_type", "csv", "version_label", "race", "content", csv("Frame Q", "Governance GOV-01 2")));
        catalog.work();

        var states = List.of(catalog.run(one), catalog.run(two)).stream()
                .map(run -> run.get("status"))
                .toList();
        assertThat(states).containsExactlyInAnyOrder("succeeded", "failed");
        var failed = states.getFirst().equals("failed") ? catalog.run(one) : catalog.run(two);
        assertThat(failed.get("error_summary_safe")).asString().contains("race");
        assertThat(failed.get("completed_at")).isNotNull();
    }

    @Test
    void theSourceHashIsCheckedWhenItIsSent() {
        var refused = catalog.send(Map.of(
                "source_type", "csv", "source_hash", "0".repeat(64), "content", csv("Frame H", "Governance GOV-01 1")));

        assertThat(refused.code()).isEqualTo(400);
    }
}
