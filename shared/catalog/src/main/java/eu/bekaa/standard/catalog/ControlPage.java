package eu.bekaa.standard.catalog;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// One page of a search among the controls of a version.
@Serdeable
@Schema(description = "One page of controls.")
public record ControlPage(
        @Schema(description = "The controls, in the source's order.")
        List<Control> data,

        @Schema(description = "Number of this page, from 1.", example = "1")
        int page,

        @Schema(description = "Controls a page.", example = "50")
        int perPage,

        @Schema(description = "Controls found in all.", example = "1090")
        int total) {
    public ControlPage {
        data = List.copyOf(data);
    }
}
