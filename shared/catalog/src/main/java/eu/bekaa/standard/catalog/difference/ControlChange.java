package eu.bekaa.standard.catalog.difference;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of one control between two versions.
@Serdeable
@Schema(description = "What became of one control between two versions.")
public record ControlChange(
        @Schema(description = "Its code in the newer version, or in the older if only that has it.", example = "AST-02")
        String controlCode,

        @Schema(description = "Code of its domain.", example = "AST")
        String domainCode,

        @Schema(
                description =
                        "Everything that is different: added, removed, renamed, reworded, question_changed, reweighted,"
                                + " mappings_added, mappings_removed, mappings_changed.",
                example = "[\"renamed\",\"mappings_added\"]")
        List<ChangeKind> kinds,

        @Schema(description = "The control in the older version; null for an added one.") @Nullable
        ControlText before,

        @Schema(description = "The control in the newer version; null for a removed one.") @Nullable
        ControlText after,

        @Schema(description = "Requirements that it answers only in the newer version.", example = "3")
        int mappingsAdded,

        @Schema(description = "Requirements that it answers only in the older version.", example = "1")
        int mappingsRemoved,

        @Schema(description = "Requirements that it answers otherwise.", example = "0")
        int mappingsChanged,

        @Schema(description = "These requirements, framework by framework.")
        List<MappingChange> mappingChanges) {
    public ControlChange {
        kinds = List.copyOf(kinds);
        mappingChanges = List.copyOf(mappingChanges);
    }

    static ControlChange of(ControlMatch match, DifferenceRows.Delta delta) {
        var kinds = EnumSet.noneOf(ChangeKind.class);
        kinds.addAll(match.changes());
        if (delta.added() > 0) {
            kinds.add(ChangeKind.MAPPINGS_ADDED);
        }
        if (delta.removed() > 0) {
            kinds.add(ChangeKind.MAPPINGS_REMOVED);
        }
        if (delta.changed() > 0) {
            kinds.add(ChangeKind.MAPPINGS_CHANGED);
        }
        return new ControlChange(
                match.latest().controlCode(),
                match.latest().domainCode(),
                List.copyOf(kinds),
                match.before(),
                match.after(),
                delta.added(),
                delta.removed(),
                delta.changed(),
                List.of());
    }

    ControlChange with(List<MappingChange> changes) {
        return new ControlChange(
                controlCode,
                domainCode,
                kinds,
                before,
                after,
                mappingsAdded,
                mappingsRemoved,
                mappingsChanged,
                changes);
    }

    boolean is(@Nullable ChangeKind kind) {
        return kind == null ? !kinds.isEmpty() : kinds.contains(kind);
    }

    boolean in(@Nullable String domain) {
        return domain == null || domain.equals(domainCode);
    }
}
