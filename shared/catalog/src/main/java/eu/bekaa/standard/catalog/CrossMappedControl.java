package eu.bekaa.standard.catalog;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/// A control that answers one of two frameworks, or both.
@Serdeable
@Schema(description = "A control that answers one of two frameworks, or both.")
public record CrossMappedControl(
        @Schema(description = "Id of the control.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID controlId,

        @Schema(description = "Its code.", example = "AST-02")
        String controlCode,

        @Schema(description = "Its title.", example = "Asset Inventories")
        String controlTitle,

        @Schema(description = "shared, only_in_a or only_in_b.", example = "shared")
        CrossSide side,

        @Schema(description = "What it answers of the one framework.", example = "[\"ID.AM-1\",\"ID.AM-2\"]")
        List<String> requirementsA,

        @Schema(description = "What it answers of the other framework.", example = "[\"5.9\"]")
        List<String> requirementsB) {
    public CrossMappedControl {
        requirementsA = List.copyOf(requirementsA);
        requirementsB = List.copyOf(requirementsB);
    }

    static CrossMappedControl of(MappingRows.SharedControl row) {
        var side = row.requirementsB().isEmpty()
                ? CrossSide.ONLY_IN_A
                : row.requirementsA().isEmpty() ? CrossSide.ONLY_IN_B : CrossSide.SHARED;
        return new CrossMappedControl(
                row.controlId(), row.controlCode(), row.controlTitle(), side, row.requirementsA(), row.requirementsB());
    }
}
