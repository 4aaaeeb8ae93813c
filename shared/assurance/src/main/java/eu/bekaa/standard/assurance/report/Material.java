package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.assessment.Assessment;
import eu.bekaa.standard.assurance.assessment.LifecycleEvent;
import eu.bekaa.standard.assurance.evidence.EvidenceFinding;
import eu.bekaa.standard.assurance.evidence.EvidenceSource;
import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.maturity.MaturityScore;
import eu.bekaa.standard.assurance.poam.PoamItem;
import eu.bekaa.standard.assurance.report.content.Source;
import eu.bekaa.standard.assurance.review.Approval;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.assurance.scope.Scope;
import eu.bekaa.standard.assurance.soa.SoaItem;
import eu.bekaa.standard.catalog.Control;
import eu.bekaa.standard.catalog.Domain;
import eu.bekaa.standard.catalog.Framework;
import eu.bekaa.standard.catalog.MappedRequirement;
import eu.bekaa.standard.catalog.ScfVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything that a report is written from, as read at one moment.
/// @param evidence  by evidence finding
/// @param passages  what each evidence finding cites
/// @param versions  every version of every kind, in the order of their making
/// @param people    names of those who acted
/// @param exception why unapproved sources are used; null when none are
/// @param at        when this was read
record Material(
        String organization,
        Assessment assessment,
        ScfVersion scf,
        Framework framework,
        List<Domain> domains,
        Map<UUID, Control> controls,
        List<MappedRequirement> requirements,
        @Nullable Scope scope,
        @Nullable Piece<SoaItem> soa,
        @Nullable Piece<GapFinding> gap,
        @Nullable Piece<MaturityScore> maturity,
        @Nullable Piece<PoamItem> poam,
        Map<UUID, EvidenceFinding> evidence,
        Map<UUID, List<EvidenceSource>> passages,
        List<Version> versions,
        List<Approval> approvals,
        List<LifecycleEvent> events,
        Map<UUID, String> people,
        @Nullable String exception,
        Instant at) {
    /// One version with its items in order.
    record Piece<T>(Version version, List<T> items) {
        boolean approved() {
            return version.hasBeenApproved();
        }

        UUID cite(Bibliography bibliography) {
            return bibliography.cite(
                    Names.source(version.header().kind()),
                    version.header().id(),
                    Names.capital(Names.version(version)));
        }
    }

    /// The versions that are there, each after what it was made from.
    List<Piece<?>> pieces() {
        return Stream.<Piece<?>>of(soa, gap, maturity, poam)
                .filter(Objects::nonNull)
                .toList();
    }

    /// Code and title of a control; empty for none.
    String control(@Nullable UUID id) {
        var control = id == null ? null : controls.get(id);
        return control == null ? "" : control.controlCode() + "  " + control.controlTitle();
    }

    /// The domain of a control; null where there is none.
    @Nullable
    Domain domain(@Nullable UUID controlId) {
        var control = controlId == null ? null : controls.get(controlId);
        return control == null
                ? null
                : domains.stream()
                        .filter(domain -> domain.id().equals(control.scfDomainId()))
                        .findFirst()
                        .orElse(null);
    }

    String person(@Nullable UUID id) {
        return id == null ? "" : people.getOrDefault(id, id.toString());
    }

    UUID citeAssessment(Bibliography bibliography) {
        return bibliography.cite(Source.Kind.ASSESSMENT, assessment.assessmentId(), assessment.name());
    }

    UUID citeFramework(Bibliography bibliography) {
        return bibliography.cite(Source.Kind.FRAMEWORK, framework.frameworkId(), framework.frameworkName());
    }

    UUID citeScf(Bibliography bibliography) {
        return bibliography.cite(Source.Kind.SCF_VERSION, scf.scfVersionId(), Names.scf(scf));
    }
}
