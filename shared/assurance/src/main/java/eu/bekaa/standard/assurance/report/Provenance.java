package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.report.Material.Piece;
import eu.bekaa.standard.assurance.report.content.Basis;
import eu.bekaa.standard.assurance.report.content.Statement;
import eu.bekaa.standard.assurance.review.Header;
import eu.bekaa.standard.assurance.review.Sources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a report version says of its making: from which versions, how they stood and what remains open.
final class Provenance {
    private Provenance() {}

    static Sources sources(Material material) {
        var scope = material.scope();
        return new Sources(
                material.framework().frameworkId(),
                material.scf().scfVersionId(),
                scope == null ? null : scope.scopeId(),
                id(material.soa()),
                id(material.gap()),
                id(material.maturity()),
                id(material.poam()));
    }

    static Map<String, Object> metadata(Material material, List<Statement> reservations, ReportRequest request) {
        var standing = new LinkedHashMap<String, Object>();
        standing.put("soa", standing(material.soa()));
        standing.put("gap_analysis", standing(material.gap()));
        standing.put("maturity_assessment", standing(material.maturity()));
        standing.put("poam", standing(material.poam()));
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put(Header.REPORT_TYPE, request.type().toString());
        metadata.put(Header.CONCLUDES, concludes(material, request));
        metadata.put("limitations", Reservations.texts(reservations, Basis.LIMITATION));
        metadata.put("assumptions", Reservations.texts(reservations, Basis.ASSUMPTION));
        metadata.put("source_status", standing);
        if (request.exception() != null) {
            metadata.put(ReportRequest.EXCEPTION, request.exception());
        }
        return metadata;
    }

    /// Whether the assessment can move on and be closed by this report: it is the full one, and all four of its sources
    /// are approved (STD-100, STD-103).
    static boolean concludes(Material material, ReportRequest request) {
        var pieces = material.pieces();
        return request.type() == ReportType.FULL_ASSESSMENT_REPORT
                && pieces.size() == 4
                && pieces.stream().allMatch(Piece::approved);
    }

    private static @Nullable UUID id(@Nullable Piece<?> piece) {
        return piece == null ? null : piece.version().header().id();
    }

    private static String standing(@Nullable Piece<?> piece) {
        return piece == null ? "absent" : piece.version().status().toString();
    }
}
