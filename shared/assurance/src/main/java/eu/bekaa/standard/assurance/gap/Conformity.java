package eu.bekaa.standard.assurance.gap;

import eu.bekaa.standard.kernel.Word;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The report on conformity's verdict on a finding or an assessment, best first (STD-75).
public enum Conformity {
    STRICTLY_CONFORMS,
    CONFORMS,
    SIGNIFICANT_DEFICIENCY,
    MATERIAL_WEAKNESS;

    boolean conforms() {
        return switch (this) {
            case STRICTLY_CONFORMS, CONFORMS -> true;
            case SIGNIFICANT_DEFICIENCY, MATERIAL_WEAKNESS -> false;
        };
    }

    /// @return null where the requirement does not apply, justified or not. A high finding that is partly met or
    ///         unvalidated is a significant deficiency; the contract is silent on a critical one, which is at least
    ///         that.
    static @Nullable Conformity of(AssessmentStatus status, GapType type, Severity severity) {
        return switch (status) {
            case NOT_APPLICABLE_JUSTIFIED, NOT_APPLICABLE_NOT_JUSTIFIED -> null;
            case MET -> type == GapType.NO_GAP ? STRICTLY_CONFORMS : CONFORMS;
            case NOT_MET, NOT_EVIDENCED ->
                switch (severity) {
                    case CRITICAL, HIGH -> MATERIAL_WEAKNESS;
                    case MEDIUM -> SIGNIFICANT_DEFICIENCY;
                    case LOW, INFORMATIONAL -> CONFORMS;
                };
            case PARTIALLY_MET, REQUIRES_VALIDATION ->
                switch (severity) {
                    case CRITICAL, HIGH, MEDIUM -> SIGNIFICANT_DEFICIENCY;
                    case LOW, INFORMATIONAL -> CONFORMS;
                };
        };
    }

    /// The worst finding decides the assessment; nothing is decided where nothing applies.
    static Optional<Conformity> worst(Collection<? extends @Nullable Conformity> findings) {
        var worst = Optional.<Conformity>empty();
        for (var verdict : findings) {
            if (verdict != null
                    && worst.filter(known -> known.compareTo(verdict) >= 0).isEmpty()) {
                worst = Optional.of(verdict);
            }
        }
        return worst;
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
