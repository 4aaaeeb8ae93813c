package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.assessment.Assessment;
import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.evidence.EvidenceFinding;
import eu.bekaa.standard.assurance.evidence.EvidenceOnFile;
import eu.bekaa.standard.assurance.evidence.EvidenceSource;
import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.gap.GapService;
import eu.bekaa.standard.assurance.maturity.MaturityScore;
import eu.bekaa.standard.assurance.maturity.MaturityService;
import eu.bekaa.standard.assurance.poam.PoamItem;
import eu.bekaa.standard.assurance.poam.PoamService;
import eu.bekaa.standard.assurance.report.Material.Piece;
import eu.bekaa.standard.assurance.review.Approvals;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.assurance.scope.Scope;
import eu.bekaa.standard.assurance.scope.ScopeService;
import eu.bekaa.standard.assurance.soa.SoaItem;
import eu.bekaa.standard.assurance.soa.SoaService;
import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.catalog.Control;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.platform.identity.Directory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Gathers what a report is written from. Changes nothing (STD-101).
@Singleton
class MaterialReader {
    private final SourceSelection selection;
    private final Features features;
    private final Reviews reviews;
    private final Approvals approvals;
    private final Assessments assessments;
    private final Catalog catalog;
    private final Directory directory;
    private final Clock clock;

    MaterialReader(
            SourceSelection selection,
            Features features,
            Reviews reviews,
            Approvals approvals,
            Assessments assessments,
            Catalog catalog,
            Directory directory,
            Clock clock) {
        this.selection = selection;
        this.features = features;
        this.reviews = reviews;
        this.approvals = approvals;
        this.assessments = assessments;
        this.catalog = catalog;
        this.directory = directory;
        this.clock = clock;
    }

    /// The services that know the items of what is reported.
    @Singleton
    record Features(
            ScopeService scopes,
            SoaService soa,
            EvidenceOnFile evidence,
            GapService gap,
            MaturityService maturity,
            PoamService poam) {}

    /// The items of what is reported.
    private record Pieces(
            @Nullable Piece<SoaItem> soa,
            @Nullable Piece<GapFinding> gap,
            @Nullable Piece<MaturityScore> maturity,
            @Nullable Piece<PoamItem> poam) {}

    /// @throws Refusal as [SourceSelection#pick]; `CONFLICT` before a framework is selected
    Material read(Caller caller, Assessment assessment, ReportRequest request) {
        var id = assessment.assessmentId();
        var pieces = pieces(caller, id, request);
        var frameworkId = frameworkId(assessment);
        var evidence = evidence(caller, pieces.gap());
        var soa = pieces.soa();
        var scfVersion = scfVersion(assessment, soa == null ? null : soa.version());
        return new Material(
                directory.organization(caller),
                assessment,
                catalog.version(caller, scfVersion),
                catalog.framework(caller, frameworkId),
                catalog.domains(caller, scfVersion),
                controls(caller, scfVersion, pieces.gap(), pieces.maturity(), pieces.poam()),
                catalog.requirements(caller, scfVersion, frameworkId),
                scope(caller, id, soa),
                soa,
                pieces.gap(),
                pieces.maturity(),
                pieces.poam(),
                evidence,
                passages(caller, evidence.keySet()),
                versions(caller, id),
                approvals.ofAssessment(caller, id),
                assessments.events(caller, id),
                directory.names(caller),
                request.drafts() == ReportRequest.Drafts.ALLOWED ? request.exception() : null,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private Pieces pieces(Caller caller, UUID id, ReportRequest request) {
        return new Pieces(
                piece(
                        caller,
                        id,
                        ArtifactKind.SOA,
                        request,
                        version -> features.soa().all(caller, version)),
                piece(
                        caller,
                        id,
                        ArtifactKind.GAP_ANALYSIS,
                        request,
                        version -> features.gap().all(caller, version)),
                piece(
                        caller,
                        id,
                        ArtifactKind.MATURITY_ASSESSMENT,
                        request,
                        version -> features.maturity().all(caller, version)),
                piece(
                        caller,
                        id,
                        ArtifactKind.POAM,
                        request,
                        version -> features.poam().all(caller, version)));
    }

    static UUID frameworkId(Assessment assessment) {
        var selected = assessment.frameworkId();
        if (selected == null) {
            throw new Refusal(ErrorCode.CONFLICT, "No framework has been selected for this assessment yet.");
        }
        return selected;
    }

    private <T> @Nullable Piece<T> piece(
            Caller caller, UUID assessment, ArtifactKind kind, ReportRequest request, Function<UUID, List<T>> items) {
        return selection
                .pick(caller, assessment, kind, request)
                .map(version ->
                        new Piece<>(version, items.apply(version.header().id())))
                .orElse(null);
    }

    /// The SCF version that the reported SoA was made against: the assessment may have been carried over since.
    static UUID scfVersion(Assessment assessment, @Nullable Version soa) {
        var stated = soa == null ? null : soa.header().sources().scfVersionId();
        return stated == null ? assessment.scfVersionId() : stated;
    }

    /// The controls of every SCF version that something reported was made against.
    private Map<UUID, Control> controls(Caller caller, UUID scfVersion, @Nullable Piece<?>... pieces) {
        var versions = new LinkedHashSet<UUID>(List.of(scfVersion));
        for (var piece : pieces) {
            var stated =
                    piece == null ? null : piece.version().header().sources().scfVersionId();
            if (stated != null) {
                versions.add(stated);
            }
        }
        return versions.stream()
                .flatMap(version -> catalog.controls(caller, version).stream())
                .collect(Collectors.toMap(Control::controlId, Function.identity()));
    }

    private @Nullable Scope scope(Caller caller, UUID assessment, @Nullable Piece<?> soa) {
        var id = soa == null ? null : soa.version().header().sources().scopeId();
        if (id == null) {
            id = reviews.list(caller, assessment, ArtifactKind.SCOPE).stream()
                    .map(version -> version.header().id())
                    .reduce((first, second) -> second)
                    .orElse(null);
        }
        return id == null ? null : features.scopes().find(caller, id);
    }

    /// The evidence that the findings rest on, in their order.
    private Map<UUID, EvidenceFinding> evidence(Caller caller, @Nullable Piece<GapFinding> gap) {
        if (gap == null) {
            return Map.of();
        }
        var wanted = gap.items().stream()
                .map(GapFinding::evidenceFindingId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        var found = new LinkedHashMap<UUID, EvidenceFinding>();
        features.evidence().findings(caller, wanted).stream()
                .sorted(Comparator.comparingInt(EvidenceFinding::ordinal)
                        .thenComparing(EvidenceFinding::evidenceFindingId))
                .forEach(finding -> found.put(finding.evidenceFindingId(), finding));
        return found;
    }

    private Map<UUID, List<EvidenceSource>> passages(Caller caller, Set<UUID> findings) {
        return features.evidence().sources(caller, findings);
    }

    private List<Version> versions(Caller caller, UUID assessment) {
        var all = new ArrayList<Version>();
        for (var kind : ArtifactKind.values()) {
            if (kind != ArtifactKind.REPORT) {
                all.addAll(reviews.list(caller, assessment, kind));
            }
        }
        all.sort(Comparator.comparing((Version version) -> version.header().createdAt())
                .thenComparing(version -> version.header().id()));
        return all;
    }
}
