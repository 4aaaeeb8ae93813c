package eu.bekaa.standard.function.catalog;

import eu.bekaa.standard.catalog.difference.ChangeKind;
import eu.bekaa.standard.catalog.difference.Differences;
import eu.bekaa.standard.catalog.difference.VersionDifference;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.web.Allowed;
import eu.bekaa.standard.web.WithoutOrganization;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How two versions of the SCF differ.
@Controller("/api/v1/scf/versions/{fromVersionId}/diff")
@Tag(name = "SCF catalog")
class DifferenceController {
    private final Differences differences;

    DifferenceController(Differences differences) {
        this.differences = differences;
    }

    @Get("/{toVersionId}")
    @Allowed("scf:read")
    @WithoutOrganization
    @Operation(
            summary = "Compare two versions control by control",
            description =
                    "Every control that was added, removed, renamed, reworded, asked about otherwise or reweighted, or whose"
                            + " mappings changed, with both texts. kind and domain (a domain's code) narrow the list, not the"
                            + " totals. Titles, descriptions and questions are compared with white space collapsed. A"
                            + " question that the older version did not ask yet is no change.")
    VersionDifference compare(
            Caller caller,
            UUID fromVersionId,
            UUID toVersionId,
            @Nullable @QueryValue ChangeKind kind,
            @Nullable @QueryValue String domain,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        var filter = new Differences.Filter(kind, domain);
        return differences.between(caller, fromVersionId, toVersionId, filter, PageRequest.of(limit, cursor));
    }
}
