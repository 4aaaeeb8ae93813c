package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.report.Material.Piece;
import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.Cover;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.report.content.Section;
import eu.bekaa.standard.assurance.report.content.SectionKind;
import eu.bekaa.standard.assurance.report.content.Statement;
import eu.bekaa.standard.assurance.review.Version;
import java.util.ArrayList;
import java.util.List;

/// Writes a report's content from its material: the same material, the same content.
final class ReportWriter {
    /// Printed large where a source is not approved.
    static final String DRAFT_MARKING = "DRAFT: made from unapproved sources";

    private final Material material;
    private final List<Statement> reservations;
    private final Bibliography bibliography = new Bibliography();

    ReportWriter(Material material, List<Statement> reservations) {
        this.material = material;
        this.reservations = reservations;
    }

    /// @param number of the report version
    ReportContent write(ReportType type, String title, int number) {
        var sections = new ArrayList<Section>();
        for (var kind : type.sections()) {
            var blocks = blocks(kind);
            if (!blocks.isEmpty()) {
                sections.add(new Section(kind, blocks));
            }
        }
        var datasets = new Datasets(material).all();
        return new ReportContent(cover(type, title, number), sections, bibliography.listed(), datasets);
    }

    private List<Block> blocks(SectionKind kind) {
        return switch (kind) {
            case EXECUTIVE_SUMMARY -> SummaryChapter.write(material, bibliography);
            case SCOPE -> BasisChapters.scope(material, bibliography);
            case METHODOLOGY -> BasisChapters.methodology(material, bibliography);
            case BASIS -> BasisChapters.basis(material, bibliography);
            case SOA_SUMMARY -> SoaChapters.summary(material, bibliography);
            case SOA_ITEMS -> SoaChapters.items(material, bibliography);
            case GAP_SUMMARY -> GapChapters.summary(material, bibliography);
            case FINDINGS -> GapChapters.findings(material, bibliography);
            case MATURITY_SUMMARY -> MaturityChapters.summary(material, bibliography);
            case MATURITY_BY_DOMAIN -> MaturityChapters.byDomain(material, bibliography);
            case POAM_SUMMARY -> PoamChapters.summary(material, bibliography);
            case POAM_ITEMS -> PoamChapters.items(material, bibliography);
            case LIMITATIONS -> List.of(new Block.Paragraph(reservations));
            case TRACEABILITY -> Appendices.traceability(material, bibliography);
            case EVIDENCE -> Appendices.evidence(material, bibliography);
            case HISTORY -> Appendices.history(material, bibliography);
            case SOURCES -> List.of(new Block.Register());
        };
    }

    private Cover cover(ReportType type, String title, int number) {
        var pieces = material.pieces();
        var drafted = pieces.stream().anyMatch(piece -> !piece.approved());
        return new Cover(
                type.title(),
                title,
                material.organization(),
                material.assessment().name(),
                material.framework().frameworkName(),
                Names.scf(material.scf()),
                "Confidential",
                drafted ? DRAFT_MARKING : null,
                number,
                material.at(),
                pieces.stream().map(this::fact).toList());
    }

    private Cover.Fact fact(Piece<?> piece) {
        var version = piece.version();
        var standing = switch (version) {
            case Version.Approved approved -> "approved by " + Appendices.approved(material, approved);
            case Version.Superseded superseded -> "approved by " + Appendices.approved(material, superseded.approval());
            case Version.Draft draft -> "not approved";
            case Version.UnderReview submitted -> "under review";
            case Version.Rejected rejected -> "rejected";
            case Version.Archived archived -> "archived";
        };
        return new Cover.Fact(
                Names.capital(Names.artifact(version.header().kind())),
                "Version " + version.header().number() + ", " + standing);
    }
}
