package eu.bekaa.standard.data;

import eu.bekaa.standard.kernel.Caller;
import java.time.Instant;
import java.util.UUID;

/// An event with who caused it and when, before it has its place in the chain.
/// @param occurredAt in whole microseconds
record AuditEntry(UUID id, Caller caller, AuditEvent event, Instant occurredAt) {}
