package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.review.Header;
import eu.bekaa.standard.kernel.Caller;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes the files that go with a report: OSCAL for machines, and for auditors also what was approved, by whom, and the
/// log of it.
@Singleton
class ReportEnclosures {
    /// The findings in OSCAL.
    static final String RESULTS = "oscal/assessment-results.json";

    private static final String PLAN = "oscal/plan-of-action-and-milestones.json";

    private final PackagedEvidence evidence;
    private final JsonMapper json;

    ReportEnclosures(PackagedEvidence evidence, JsonMapper json) {
        this.evidence = evidence;
        this.json = json;
    }

    /// @param header of the report version that they go with
    List<Enclosure> of(Caller caller, ReportType type, Material material, Header header) {
        return switch (type) {
            case MACHINE_READABLE_EXPORT -> oscal(material, header);
            case AUDIT_PACKAGE -> {
                var all = new ArrayList<>(oscal(material, header));
                all.addAll(evidence.of(caller, material));
                yield all;
            }
            case FULL_ASSESSMENT_REPORT,
                    EXECUTIVE_SUMMARY,
                    SOA_EXPORT,
                    GAP_ANALYSIS_REPORT,
                    MATURITY_REPORT,
                    POAM_REPORT -> List.of();
        };
    }

    private List<Enclosure> oscal(Material material, Header header) {
        var files = new ArrayList<Enclosure>();
        if (material.gap() != null) {
            files.add(new Enclosure(RESULTS, written(new OscalResults(material, header).document())));
        }
        if (material.poam() != null) {
            files.add(new Enclosure(PLAN, written(new OscalPlan(material, header).document())));
        }
        return files;
    }

    private String written(Map<String, Object> document) {
        try {
            return json.writeValueAsString(document);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
