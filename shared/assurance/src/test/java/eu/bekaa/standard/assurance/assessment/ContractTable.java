package eu.bekaa.standard.assurance.assessment;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The transition table of the contract, read from its own text: an oracle that shares nothing with the product's
/// switch.
public final class ContractTable {
    public static final Set<String> TERMINAL = Set.of("archived", "cancelled");

    private static final String TABLE = """
            draft | documents_uploaded | document_uploaded
            documents_uploaded | documents_ingested | documents_ingested
            documents_ingested | scf_pre_analysis_ready | scf_pre_analysis_completed
            scf_pre_analysis_ready | framework_selected | framework_selected
            framework_selected | scope_drafted | scope_drafted
            scope_drafted | soa_drafted | soa_drafted
            soa_drafted | soa_under_review | soa_submitted_for_review
            soa_under_review | soa_approved | soa_approved
            soa_under_review | soa_drafted | soa_rejected
            soa_approved | soa_ingested | soa_ingested
            soa_ingested | evidence_analysis_ready | evidence_analysis_completed
            evidence_analysis_ready | gap_analysis_drafted | gap_analysis_drafted
            gap_analysis_drafted | gap_analysis_under_review | gap_analysis_submitted_for_review
            gap_analysis_under_review | gap_analysis_approved | gap_analysis_approved
            gap_analysis_under_review | gap_analysis_drafted | gap_analysis_rejected
            gap_analysis_approved | maturity_assessed | maturity_assessed
            gap_analysis_approved | poam_drafted | poam_drafted
            maturity_assessed | maturity_under_review | maturity_submitted_for_review
            maturity_under_review | maturity_approved | maturity_approved
            maturity_under_review | maturity_assessed | maturity_rejected
            maturity_approved | poam_drafted | poam_drafted
            poam_drafted | poam_under_review | poam_submitted_for_review
            poam_under_review | poam_approved | poam_approved
            poam_under_review | poam_drafted | poam_rejected
            poam_approved | report_generated | report_generated
            report_generated | closed | assessment_closed
            closed | archived | assessment_closed
            """;

    private static final Map<String, String> EVENTS = new HashMap<>();

    static {
        TABLE.lines().map(line -> line.split(" \\| ")).forEach(row -> EVENTS.put(row[0] + ">" + row[1], row[2]));
    }

    private ContractTable() {}

    /// @param held the state before an interruption
    /// @return the event that the contract names for the move, or null where it names none
    public static @Nullable String event(String from, @Nullable String held, String to) {
        if (from.equals(to) || TERMINAL.contains(from)) {
            return null;
        }
        return switch (to) {
            case "failed" -> "assessment_failed";
            case "cancelled" -> "assessment_cancelled";
            case "blocked" -> "assessment_blocked";
            default -> to.equals(held) ? "assessment_resumed" : EVENTS.get(from + ">" + to);
        };
    }
}
