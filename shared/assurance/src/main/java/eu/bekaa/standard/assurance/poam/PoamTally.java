package eu.bekaa.standard.assurance.poam;

import io.micronaut.core.annotation.Introspected;

/// How many items share these words.
@Introspected
record PoamTally(Priority priority, ItemStatus status, ActionType actionType, long items) {}
