package eu.bekaa.standard.assurance.workflow;

import eu.bekaa.standard.assurance.assessment.Assessment;
import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Whether an assessment can be made against a framework.
@Singleton
final class FrameworkChoice {
    private final Catalog catalog;

    FrameworkChoice(Catalog catalog) {
        this.catalog = catalog;
    }

    /// @param field where the framework was named
    /// @throws Refusal `VALIDATION_ERROR` unless the assessment's SCF version maps it
    void require(Caller caller, Assessment assessment, UUID framework, String field) {
        if (!catalog.maps(caller, assessment.scfVersionId(), framework)) {
            throw Refusal.invalid(field, "The assessment's SCF version does not map this framework.");
        }
    }
}
