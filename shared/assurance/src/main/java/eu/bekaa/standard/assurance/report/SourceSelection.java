package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.report.ReportRequest.Drafts;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Picks the versions that a report is made from (STD-100).
@Singleton
class SourceSelection {
    private final Reviews reviews;

    SourceSelection(Reviews reviews) {
        this.reviews = reviews;
    }

    /// The version of a kind that the report is to use; empty where there is none and the report can do without.
    /// @throws Refusal `APPROVED_SOA_REQUIRED`, `APPROVED_GAP_ANALYSIS_REQUIRED`, `APPROVAL_REQUIRED` where it
    ///         cannot;
    ///         `VALIDATION_ERROR` for drafts without a reason; the kind's `*_NOT_FOUND` for a version of another
    ///         assessment
    Optional<Version> pick(Caller caller, UUID assessmentId, ArtifactKind kind, ReportRequest request) {
        boolean needed = request.type().needs().contains(kind);
        var wanted = request.wanted(kind);
        if (wanted != null) {
            var named = reviews.find(caller, kind, wanted);
            if (!named.header().assessmentId().equals(assessmentId)) {
                throw Refusal.notFound(kind.notFound(), wanted).get();
            }
            return Optional.of(usable(named, kind, request));
        }
        var approved = reviews.approved(caller, assessmentId, kind).map(Version.class::cast);
        if (approved.isPresent() || (!needed && request.drafts() == Drafts.REFUSED)) {
            return approved;
        }
        var newest = request.drafts() == Drafts.ALLOWED && mayBeDraft(kind, request)
                ? newestOpen(caller, assessmentId, kind)
                : Optional.<Version>empty();
        if (newest.isPresent()) {
            return Optional.of(usable(newest.get(), kind, request));
        }
        if (needed) {
            throw missing(kind);
        }
        return Optional.empty();
    }

    /// What is approved now, by kind.
    /// @throws Refusal as [#pick] where that is not enough for a report of the type
    Map<ArtifactKind, Version.Approved> approved(Caller caller, UUID assessmentId, ReportType type) {
        var approved = reviews.approved(caller, assessmentId);
        for (var kind : type.needs()) {
            if (!approved.containsKey(kind)) {
                throw missing(kind);
            }
        }
        return approved;
    }

    private Optional<Version> newestOpen(Caller caller, UUID assessmentId, ArtifactKind kind) {
        return reviews.list(caller, assessmentId, kind).reversed().stream()
                .filter(version -> switch (version) {
                    case Version.Draft draft -> true;
                    case Version.UnderReview submitted -> true;
                    case Version.Approved approved -> true;
                    case Version.Rejected rejected -> false;
                    case Version.Superseded superseded -> false;
                    case Version.Archived archived -> false;
                })
                .findFirst();
    }

    private static Version usable(Version version, ArtifactKind kind, ReportRequest request) {
        if (version.hasBeenApproved()) {
            return version;
        }
        if (request.drafts() == Drafts.REFUSED || !mayBeDraft(kind, request)) {
            throw missing(kind);
        }
        var reason = request.exception();
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("exception_rationale", "Unapproved sources are used with a rationale only.");
        }
        return version;
    }

    private static boolean mayBeDraft(ArtifactKind kind, ReportRequest request) {
        return request.type().mayNeedDrafts() || !request.type().needs().contains(kind);
    }

    private static Refusal missing(ArtifactKind kind) {
        var code = switch (kind) {
            case SOA -> ErrorCode.APPROVED_SOA_REQUIRED;
            case GAP_ANALYSIS -> ErrorCode.APPROVED_GAP_ANALYSIS_REQUIRED;
            case MATURITY_ASSESSMENT, POAM, SCOPE, REPORT -> ErrorCode.APPROVAL_REQUIRED;
        };
        return new Refusal(code, "This report needs an approved " + Names.artifact(kind) + ".");
    }
}
