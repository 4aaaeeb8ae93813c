package eu.bekaa.standard.catalog.source;

import eu.bekaa.standard.kernel.Word;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a requirement relates to a control, as in set theory (STD-13).
public enum RelationshipType {
    /// The control is the requirement.
    EQUAL,
    /// The requirement lies within the control.
    SUBSET,
    /// They overlap; also said of a mapping whose source names no operator.
    INTERSECTS,
    /// The requirement is wider than the control.
    SUPERSET,
    /// Looked at, and unrelated.
    NO_RELATION;

    /// The least strength that can be stated.
    public static final double LEAST = 0.1;

    /// The most strength that can be stated.
    public static final double MOST = 0.9;

    /// The weight of an overlap whose strength nobody stated.
    private static final double UNSTATED = 0.5;

    /// Reads an operator in any published spelling. Legacy spellings are normalised; words that name no operator
    /// (`source_defined`) are not an answer.
    public static Optional<RelationshipType> of(String word) {
        var spelling = word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
        return Optional.ofNullable(
                switch (spelling) {
                    case "equal", "equal to", "equals", "direct" -> EQUAL;
                    case "subset", "subset of" -> SUBSET;
                    case "intersects", "intersects with", "intersecting", "related" -> INTERSECTS;
                    case "superset", "superset of" -> SUPERSET;
                    case "no relation", "no relationship" -> NO_RELATION;
                    default -> null;
                });
    }

    @Override
    public String toString() {
        return Word.of(this);
    }

    /// The share of the requirement that a fully effective control satisfies, 0 to 1 (STD-13).
    /// @param strength the stated strength, 0.1 to 0.9, or null where none is stated
    public double weight(@Nullable Double strength) {
        var stated = strength == null ? UNSTATED : strength;
        return switch (this) {
            case EQUAL, SUBSET -> 1.0;
            case INTERSECTS -> stated;
            case SUPERSET -> Math.min(UNSTATED, stated);
            case NO_RELATION -> 0.0;
        };
    }

    /// The most that [#weight] can be for a mapping of this operator and strength: the denominator of STD-14.
    public double maximumWeight(@Nullable Double strength) {
        return switch (this) {
            case EQUAL, SUBSET -> 1.0;
            case INTERSECTS -> strength == null ? UNSTATED : strength;
            case SUPERSET -> UNSTATED;
            case NO_RELATION -> 0.0;
        };
    }
}
