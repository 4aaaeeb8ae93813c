package eu.bekaa.standard.assurance.report;

import static eu.bekaa.standard.assurance.report.Oscal.line;
import static eu.bekaa.standard.assurance.report.Oscal.object;

import eu.bekaa.standard.assurance.poam.PoamItem;
import eu.bekaa.standard.assurance.report.Material.Piece;
import eu.bekaa.standard.assurance.review.Header;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A plan as an OSCAL plan-of-action-and-milestones document: an item per action, each with the risk that it remedies.
final class OscalPlan {
    private static final String UUID_TYPE = "https://ietf.org/rfc/rfc4122";

    private final Material material;
    private final Header header;
    private final Piece<PoamItem> poam;

    OscalPlan(Material material, Header header) {
        this.material = material;
        this.header = header;
        this.poam = Objects.requireNonNull(material.poam());
    }

    Map<String, Object> document() {
        var title =
                "Plan of action and milestones of " + line(material.assessment().name());
        var content = object(
                "uuid", Oscal.id(header.id(), "plan-of-action-and-milestones"),
                "metadata", Oscal.metadata(material, header, title),
                "system-id",
                        object(
                                "identifier-type",
                                UUID_TYPE,
                                "id",
                                material.assessment().assessmentId().toString()));
        if (!poam.items().isEmpty()) {
            content.put("risks", poam.items().stream().map(this::risk).toList());
        }
        content.put("poam-items", poam.items().stream().map(OscalPlan::item).toList());
        return object("plan-of-action-and-milestones", content);
    }

    private Map<String, Object> risk(PoamItem item) {
        var risk = object(
                "uuid", Oscal.id(item.poamItemId(), "risk"),
                "title", "Risk behind " + line(item.poamCode()),
                "description", line(item.rationale()),
                "statement", line(item.rationale()),
                "props", Oscal.props("severity", item.severity(), "risk-rating", item.riskRating()),
                "status", status(item));
        if (item.dueDate() != null) {
            risk.put("deadline", item.dueDate() + "T00:00:00Z");
        }
        risk.put("remediations", List.of(remediation(item)));
        return risk;
    }

    private static String status(PoamItem item) {
        return switch (item.status()) {
            case COMPLETED -> "closed";
            case IN_PROGRESS -> "remediating";
            case DRAFT, APPROVED, BLOCKED, CANCELLED, DEFERRED -> "open";
        };
    }

    private static Map<String, Object> remediation(PoamItem item) {
        var remediation = object(
                "uuid", Oscal.id(item.poamItemId(), "remediation"),
                "lifecycle", "planned",
                "title", line(item.poamCode()),
                "description", line(item.correctiveAction()),
                "props",
                        Oscal.props(
                                "action-type", item.actionType(),
                                "effort", item.effortEstimate(),
                                "owner-role", item.ownerRole()));
        var task = object(
                "uuid", Oscal.id(item.poamItemId(), "milestone"),
                "type", "milestone",
                "title", line(item.poamCode() + "-M1"),
                "description", line(String.join("; ", item.acceptanceCriteria())));
        if (item.dueDate() != null) {
            task.put("timing", object("on-date", object("date", item.dueDate() + "T00:00:00Z")));
        }
        remediation.put("tasks", List.of(task));
        return remediation;
    }

    private static Map<String, Object> item(PoamItem item) {
        var told = object(
                "uuid", Oscal.id(item.poamItemId(), "poam-item"),
                "title", line(item.poamCode()),
                "description", line(item.correctiveAction()),
                "props",
                        Oscal.props(
                                "poam-item-id", item.poamItemId(),
                                "priority", item.priority(),
                                "status", item.status(),
                                "requirement", item.requirementCode(),
                                "control", item.controlCode()),
                "related-risks", List.of(object("risk-uuid", Oscal.id(item.poamItemId(), "risk"))));
        var finding = item.relatedGapFindingId();
        if (finding != null) {
            var reference = "assessment-results.json#" + Oscal.id(finding, "finding");
            told.put("links", List.of(object("href", reference, "rel", "finding")));
        }
        return told;
    }
}
