package eu.bekaa.standard.assurance.gap;

import io.micronaut.core.annotation.Introspected;

/// How many findings share these words.
@Introspected
record Tally(AssessmentStatus assessmentStatus, Severity severity, GapType gapType, boolean isMcrGap, long findings) {}
