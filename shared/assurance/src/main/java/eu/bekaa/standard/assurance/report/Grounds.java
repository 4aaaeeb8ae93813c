package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.gap.AssessmentStatus;
import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.report.Material.Piece;
import eu.bekaa.standard.assurance.review.Version;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What reservations follow from, be it a report's material or the figures of a screen.
/// @param synthetic   whether the assessment is a demonstration
/// @param scfLabel    of the SCF version
/// @param unmapped    requirements of the framework without an official mapping in that version
/// @param limitations what evidence findings say of themselves, and how many of them do
/// @param exception   why unapproved sources are used; null when none are
record Grounds(
        boolean synthetic,
        String scfLabel,
        long unmapped,
        @Nullable Version soa,
        @Nullable Version gap,
        @Nullable Version maturity,
        @Nullable Version poam,
        Doubts doubts,
        SortedMap<String, Long> limitations,
        @Nullable String exception) {

    /// How many findings leave something open.
    /// @param absent            not evidenced
    /// @param unvalidated       to be validated by a person
    /// @param withoutLikelihood whose likelihood nobody judged
    /// @param withoutImpact     whose impact nobody judged
    record Doubts(long absent, long unvalidated, long withoutLikelihood, long withoutImpact) {
        private static Doubts of(List<GapFinding> findings) {
            return new Doubts(
                    Counts.of(findings, finding -> finding.assessmentStatus() == AssessmentStatus.NOT_EVIDENCED),
                    Counts.of(findings, GapFinding::requiresUserValidation),
                    Counts.of(findings, finding -> finding.likelihood() == null),
                    Counts.of(findings, finding -> finding.impact() == null));
        }
    }

    static Grounds of(Material material) {
        var gap = material.gap();
        var limitations = new TreeMap<String, Long>();
        material.evidence()
                .values()
                .forEach(found -> found.evidenceLimitations().forEach(text -> limitations.merge(text, 1L, Long::sum)));
        return new Grounds(
                material.assessment().isSynthetic(),
                material.scf().versionLabel(),
                Counts.of(
                        material.requirements(),
                        requirement -> requirement.mappings().isEmpty()),
                version(material.soa()),
                version(gap),
                version(material.maturity()),
                version(material.poam()),
                Doubts.of(gap == null ? List.of() : gap.items()),
                limitations,
                material.exception());
    }

    /// The versions that are there, each after what it was made from.
    List<Version> versions() {
        return Stream.of(soa, gap, maturity, poam).filter(Objects::nonNull).toList();
    }

    private static @Nullable Version version(@Nullable Piece<?> piece) {
        return piece == null ? null : piece.version();
    }
}
