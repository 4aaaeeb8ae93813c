package eu.bekaa.standard.assurance.assessment;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/// What the documents may have to say to each domain of the SCF: candidates only, which conclude nothing (STD-51).
@Serdeable
@Schema(description = "What the documents may have to say to each domain of the SCF. Candidates conclude nothing.")
public record PreAnalysis(
        @Schema(description = "Controls of the SCF version.", example = "1090")
        int controlCount,

        @Schema(description = "Controls for which a passage may be evidence.", example = "412")
        int candidateControlCount,

        @Schema(description = "The domains, in the source's order.")
        List<DomainCoverage> domains) {
    public PreAnalysis {
        domains = List.copyOf(domains);
    }

    /// The same for one domain.
    @Serdeable
    @Schema(description = "Candidate evidence within one domain.")
    public record DomainCoverage(
            @Schema(description = "Id of the domain.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
            UUID scfDomainId,

            @Schema(description = "Code of the domain.", example = "GOV")
            String domainCode,

            @Schema(description = "Name of the domain.", example = "Security & Privacy Governance")
            String domainName,

            @Schema(description = "Controls of the domain.", example = "15")
            int controlCount,

            @Schema(description = "Controls of the domain for which a passage may be evidence.", example = "6")
            int candidateControlCount) {}

    static PreAnalysis of(List<DomainCoverage> domains) {
        return new PreAnalysis(
                domains.stream().mapToInt(DomainCoverage::controlCount).sum(),
                domains.stream().mapToInt(DomainCoverage::candidateControlCount).sum(),
                domains);
    }
}
