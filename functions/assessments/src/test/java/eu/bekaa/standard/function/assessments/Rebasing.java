package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.text;

import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import java.util.Map;

/// An assessment on one release of the framework, and a newer release onto which it can be moved.
@Prototype
final class Rebasing {
    static final Map<String, Object> APPLIES =
            Map.of("applicability_status", "applicable", "applicability_rationale", "Staff have accounts.");

    static final List<String> FATES = List.of(
            "R-1 review [control_reworded]",
            "R-1 kept []",
            "R-2 added [control_added]",
            "R-3 kept []",
            "R-4 added [mapping_added]",
            "R-2 retired [mapping_removed]",
            "R-4 retired [requirement_mapped]");

    final Tenant tenant;
    final Groundwork.Ground ground;
    final Groundwork.Ground newer;
    final Conversation assessor;
    final Conversation approver;
    final String base;

    Rebasing(Http http, Tenants tenants, Groundwork groundwork) {
        tenant = tenants.create();
        ground = groundwork.in(tenant.assessor());
        newer = groundwork.newer(ground);
        assessor = new Conversation(http, tenant, tenant.assessor());
        approver = assessor.as(tenant.approver());
        base = "/assessments/" + ground.assessmentId();
    }

    String soaDraft() {
        assessor.post(201, base + "/scope", Map.of("title", "Platform", "description", "All of it."));
        var soa = text(
                assessor.post(
                        201,
                        base + "/soa/draft",
                        Map.of("framework_id", ground.frameworkId(), "scf_version_id", ground.scfVersionId())),
                "soa_version_id");
        for (var item : items(soa)) {
            assessor.patch(200, "/soa/items/" + text(item, "soa_item_id"), APPLIES);
        }
        return soa;
    }

    List<Map<String, Object>> items(String soa) {
        return assessor.list("/soa/" + soa + "/items?limit=100");
    }

    String approved(String soa) {
        assessor.post(200, "/soa/" + soa + "/submit-review", Map.of());
        var approval = assessor.list(base + "/approvals").stream()
                .filter(asked -> text(asked, "target_id").equals(soa))
                .map(asked -> text(asked, "approval_id"))
                .findFirst()
                .orElseThrow();
        approver.post(200, "/approvals/" + approval + "/approve", Map.of());
        approver.post(200, "/soa/" + soa + "/approve", Map.of("approval_event_id", approval));
        return soa;
    }

    static Map<String, Object> onto(Groundwork.Ground release) {
        return Map.of("scf_version_id", release.scfVersionId(), "reason", "The new release is out.");
    }

    Map<String, Object> rebased() {
        return Conversation.object(assessor.post(201, base + "/rebase", onto(newer)), "rebase");
    }

    String queue(Map<String, Object> rebase) {
        return base + "/rebases/" + text(rebase, "rebase_id") + "/entries";
    }

    static List<String> fates(List<Map<String, Object>> entries) {
        return entries.stream()
                .map(entry -> text(entry, "requirement_code") + " " + text(entry, "fate") + " " + entry.get("changes"))
                .toList();
    }
}
