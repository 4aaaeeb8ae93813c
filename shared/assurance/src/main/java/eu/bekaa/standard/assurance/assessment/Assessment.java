package eu.bekaa.standard.assurance.assessment;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One run of an organization through a framework, always against the SCF version pinned at its creation (STD-17).
/// @param heldState          the state that a failure or block interrupted; null otherwise
/// @param eventCount         how often it has moved; numbers its lifecycle events
/// @param frameworkId        chosen by the move to `framework_selected`
/// @param announcedDocuments how many documents its creator expects to upload
/// @param cycleNumber        1 for a first assessment, one more than its parent's for a repetition
/// @param isSynthetic        made against a catalog of our own words, for demonstration
@MappedEntity("assessment")
public record Assessment(
        @Id UUID assessmentId,
        int rowVersion,
        UUID organizationId,
        String name,
        AssessmentState state,
        @Nullable AssessmentState heldState,
        UUID scfVersionId,
        String scfVersionLabel,
        int eventCount,
        @Nullable UUID frameworkId,
        int announcedDocuments,
        @Nullable LocalDate observationStartDate,
        @Nullable LocalDate observationEndDate,
        @Nullable UUID parentAssessmentId,
        int cycleNumber,
        @Nullable UUID baselineSoaVersionId,
        boolean isSynthetic,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt) {}
