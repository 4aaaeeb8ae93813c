package eu.bekaa.standard.assurance.gap;

import static java.util.Objects.requireNonNullElse;

import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// The part of a finding that is a judgement: derived at first, then an analyst's.
record Judgement(
        AssessmentStatus assessmentStatus,
        GapType gapType,
        Severity severity,
        @Nullable Integer impact,
        @Nullable Likelihood likelihood,
        String gapSummary,
        @Nullable String gapRationale,
        @Nullable String recommendationSummary,
        double confidenceScore,
        boolean requiresUserValidation) {
    Judgement {
        if (!(0 <= confidenceScore && confidenceScore <= 1)) {
            throw Refusal.invalid("confidence_score", "confidence_score lies between 0 and 1.");
        }
        if (impact != null && (impact < 1 || impact > 6)) {
            throw Refusal.invalid("impact", "impact lies between 1 and 6.");
        }
        if (gapSummary.isBlank()) {
            throw Refusal.invalid("gap_summary", "gap_summary is not empty.");
        }
    }

    /// The judgement after a revision. A rationale explains one status, so a new status drops the old one.
    /// @throws Refusal `GAP_RATIONALE_REQUIRED` when `not_met` comes without a reason (STD-71)
    Judgement revised(GapRevision to) {
        var status = requireNonNullElse(to.assessmentStatus(), assessmentStatus);
        var kept = status == assessmentStatus ? gapRationale : null;
        var rationale = to.gapRationale() == null ? kept : to.gapRationale();
        if (status == AssessmentStatus.NOT_MET && (rationale == null || rationale.isBlank())) {
            throw new Refusal(ErrorCode.GAP_RATIONALE_REQUIRED, "not_met is stated together with a gap_rationale.");
        }
        return new Judgement(
                status,
                requireNonNullElse(to.gapType(), gapType),
                requireNonNullElse(to.severity(), severity),
                to.impact() == null ? impact : to.impact(),
                to.likelihood() == null ? likelihood : to.likelihood(),
                requireNonNullElse(to.gapSummary(), gapSummary),
                rationale,
                to.recommendationSummary() == null ? recommendationSummary : to.recommendationSummary(),
                requireNonNullElse(to.confidenceScore(), confidenceScore),
                requireNonNullElse(to.requiresUserValidation(), requiresUserValidation));
    }

    /// @param weight   the control's weight in the catalog, 1 to 10
    /// @param maturity the level that status and evidence indicate
    Risk risk(@Nullable Double weight, int maturity) {
        return Risk.of(severity, impact, likelihood, weight, maturity);
    }

    @Nullable
    Conformity conformity() {
        return Conformity.of(assessmentStatus, gapType, severity);
    }
}
