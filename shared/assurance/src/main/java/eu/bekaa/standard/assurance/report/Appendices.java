package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.Block.Row;
import eu.bekaa.standard.assurance.report.content.Column;
import eu.bekaa.standard.assurance.report.content.Cover;
import eu.bekaa.standard.assurance.report.content.Quote;
import eu.bekaa.standard.assurance.report.content.Source;
import eu.bekaa.standard.assurance.report.render.Plain;
import eu.bekaa.standard.assurance.review.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// From every requirement to the words it rests on; what was cited; who decided.
final class Appendices {
    private static final int SHORT_QUOTE = 180;

    private Appendices() {}

    static List<Block> traceability(Material material, Bibliography bibliography) {
        var gap = material.gap();
        if (gap == null) {
            return List.of();
        }
        var passages = new Passages(material, bibliography);
        var rows = gap.items().stream()
                .map(finding -> trace(material, bibliography, passages, finding))
                .toList();
        return List.of(new Block.Table(
                "",
                List.of(
                        Column.code("Requirement", 10),
                        Column.text("Control", 19),
                        Column.code("Finding", 8),
                        Column.word("Status", 14),
                        Column.text("Evidence", 17),
                        Column.text("Quote", 32)),
                rows));
    }

    private static Row trace(Material material, Bibliography bibliography, Passages passages, GapFinding finding) {
        var sources = new ArrayList<>(GapChapters.sources(bibliography, finding));
        var quotes = passages.of(finding);
        sources.addAll(quotes.stream().limit(1).map(Quote::chunkId).toList());
        return new Row(
                List.of(
                        finding.requirementCode(),
                        material.control(finding.scfControlId()),
                        finding.gapCode(),
                        finding.assessmentStatus().toString(),
                        quotes.isEmpty() ? "None found" : quotes.getFirst().citation(),
                        quotes.isEmpty()
                                ? ""
                                : "“" + Plain.line(quotes.getFirst().text(), SHORT_QUOTE) + "”"),
                sources);
    }

    static List<Block> evidence(Material material, Bibliography bibliography) {
        return List.of(new Block.Citations(new Passages(material, bibliography).all()));
    }

    static List<Block> history(Material material, Bibliography bibliography) {
        return List.of(
                new Block.Heading("Versions"),
                versions(material, bibliography),
                new Block.Heading("Approvals"),
                approvals(material, bibliography),
                new Block.Heading("Life cycle"),
                events(material, bibliography));
    }

    private static Block versions(Material material, Bibliography bibliography) {
        var rows = material.versions().stream()
                .map(version -> {
                    var header = version.header();
                    var name = Names.capital(Names.artifact(header.kind()));
                    var id = bibliography.cite(
                            Names.source(header.kind()), header.id(), name + ", version " + header.number());
                    return new Row(
                            List.of(
                                    name,
                                    String.valueOf(header.number()),
                                    version.status().toString(),
                                    material.person(header.createdBy()),
                                    when(header.createdAt()),
                                    decided(material, version)),
                            List.of(id));
                })
                .toList();
        return new Block.Table(
                "",
                List.of(
                        Column.text("Artifact", 22),
                        Column.number("Version", 9),
                        Column.word("Status", 14),
                        Column.text("Made by", 15),
                        Column.text("Made", 17),
                        Column.text("Approved", 24)),
                rows);
    }

    private static String decided(Material material, Version version) {
        return switch (version) {
            case Version.Approved approved -> approved(material, approved);
            case Version.Superseded superseded -> approved(material, superseded.approval());
            case Version.Rejected rejected -> "";
            case Version.Draft draft -> "";
            case Version.UnderReview submitted -> "";
            case Version.Archived archived -> "";
        };
    }

    /// Who approved a version and when.
    static String approved(Material material, Version.Approved approved) {
        return material.person(approved.approvedBy()) + ", " + when(approved.approvedAt());
    }

    private static Block approvals(Material material, Bibliography bibliography) {
        var rows = material.approvals().stream()
                .map(approval -> {
                    var gate = approval.gate().toString();
                    UUID id = bibliography.cite(
                            Source.Kind.APPROVAL, approval.approvalId(), "Approval at the gate " + gate);
                    return new Row(
                            List.of(
                                    Names.capital(gate.replace('_', ' ')),
                                    Objects.toString(approval.artifactVersion(), ""),
                                    Objects.toString(approval.decision(), "pending"),
                                    material.person(approval.requestedBy()),
                                    material.person(approval.actorId()),
                                    when(approval.decidedAt()),
                                    Objects.toString(approval.reason(), "")),
                            List.of(id));
                })
                .toList();
        return new Block.Table(
                "",
                List.of(
                        Column.text("Gate", 15),
                        Column.number("Version", 9),
                        Column.word("Decision", 14),
                        Column.text("Asked by", 14),
                        Column.text("Decided by", 14),
                        Column.text("Decided", 16),
                        Column.text("Reason", 18)),
                rows);
    }

    private static Block events(Material material, Bibliography bibliography) {
        var rows = material.events().stream()
                .map(event -> new Row(
                        List.of(
                                when(event.timestamp()),
                                Names.capital(event.nextState().toString().replace('_', ' ')),
                                event.actorId() == null
                                        ? Objects.toString(event.systemActor(), "")
                                        : material.person(event.actorId()),
                                event.reason()),
                        List.of(bibliography.cite(
                                Source.Kind.LIFECYCLE_EVENT,
                                event.eventId(),
                                "Move to " + event.nextState().toString().replace('_', ' ')))))
                .toList();
        return new Block.Table(
                "",
                List.of(
                        Column.text("When", 20),
                        Column.text("State", 24),
                        Column.text("By", 18),
                        Column.text("Why", 38)),
                rows);
    }

    private static String when(@Nullable Instant instant) {
        return instant == null ? "" : Cover.MINUTE.format(instant);
    }
}
