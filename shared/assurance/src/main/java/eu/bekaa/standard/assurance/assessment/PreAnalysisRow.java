package eu.bekaa.standard.assurance.assessment;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/// One domain's line of a pre-analysis.
@MappedEntity("pre_analysis_domain")
record PreAnalysisRow(
        @Id UUID preAnalysisDomainId,
        UUID organizationId,
        UUID assessmentId,
        int ordinal,
        UUID scfDomainId,
        String domainCode,
        String domainName,
        int controlCount,
        int candidateControlCount) {
    PreAnalysis.DomainCoverage coverage() {
        return new PreAnalysis.DomainCoverage(scfDomainId, domainCode, domainName, controlCount, candidateControlCount);
    }
}
