package eu.bekaa.standard.assurance.report.content;

import eu.bekaa.standard.kernel.Word;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/// Something the report rests on, by its full id.
/// @param label how a reader knows it: a code, a title, a file name
@Serdeable
public record Source(Kind kind, UUID id, String label) {
    /// What a source is, in the order in which the register lists them.
    public enum Kind {
        ASSESSMENT,
        FRAMEWORK,
        SCF_VERSION,
        SCOPE,
        SOA_VERSION,
        GAP_ANALYSIS_VERSION,
        MATURITY_VERSION,
        POAM_VERSION,
        REPORT_VERSION,
        APPROVAL,
        LIFECYCLE_EVENT,
        REQUIREMENT,
        CONTROL,
        SOA_ITEM,
        EVIDENCE_FINDING,
        GAP_FINDING,
        MATURITY_SCORE,
        POAM_ITEM,
        DOCUMENT,
        CHUNK;

        @Override
        public String toString() {
            return Word.of(this);
        }
    }
}
