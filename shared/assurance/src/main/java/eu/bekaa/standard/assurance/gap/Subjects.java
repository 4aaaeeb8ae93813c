package eu.bekaa.standard.assurance.gap;

import eu.bekaa.standard.catalog.Control;
import eu.bekaa.standard.catalog.Framework;
import eu.bekaa.standard.catalog.Requirement;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the catalog says about the requirements of one framework and the controls that answer them.
/// @param requirements by id
/// @param controls     by id
public record Subjects(Framework framework, Map<UUID, Requirement> requirements, Map<UUID, Control> controls) {
    public Subjects {
        requirements = Map.copyOf(requirements);
        controls = Map.copyOf(controls);
    }

    public Subject of(GapFinding finding) {
        return of(finding.frameworkRequirementId(), finding.requirementCode(), finding.scfControlId());
    }

    Subject of(UUID requirementId, String requirementCode, @Nullable UUID controlId) {
        var requirement = requirements.get(requirementId);
        var control = controlId == null ? null : controls.get(controlId);
        return new Subject(
                framework.frameworkName(),
                requirementCode,
                requirement == null ? null : requirement.requirementTitle(),
                control == null ? null : text(control));
    }

    /// The domain of a control; null where it is not known.
    public @Nullable UUID domain(@Nullable UUID controlId) {
        var control = controlId == null ? null : controls.get(controlId);
        return control == null ? null : control.scfDomainId();
    }

    /// The weight of a control in the catalog, 1 to 10; null where none is stated.
    @Nullable
    Double weight(@Nullable UUID controlId) {
        var control = controlId == null ? null : controls.get(controlId);
        return control == null ? null : control.controlWeight();
    }

    /// Whether it is a minimum compliance requirement (STD-77).
    boolean isMcr(UUID requirementId) {
        var requirement = requirements.get(requirementId);
        return requirement != null && requirement.isMcr();
    }

    private static Subject.ControlText text(Control control) {
        return new Subject.ControlText(
                control.controlCode(),
                control.controlTitle(),
                control.controlDescription(),
                control.implementationGuidance(),
                control.expectedEvidence());
    }
}
