package eu.bekaa.standard.assurance.gap;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// What an analyst may change of a finding; an absent component keeps its value.
/// @param gapRationale given anew whenever the status changes; required for `not_met`
@Serdeable
public record GapRevision(
        @Nullable AssessmentStatus assessmentStatus,
        @Nullable GapType gapType,
        @Nullable Severity severity,
        @Nullable Integer impact,
        @Nullable Likelihood likelihood,
        @Nullable String gapSummary,
        @Nullable String gapRationale,
        @Nullable String recommendationSummary,
        @Nullable Double confidenceScore,
        @Nullable Boolean requiresUserValidation) {}
