package eu.bekaa.standard.function.local.demo;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The demonstration: one assessment of an invented company, on a small catalog of our own words, taken to its approved
/// report. Everything it makes is marked synthetic. Taken up where it was left when it is run again.
public final class Demo {
    private static final String API = "/api/v1";
    private static final String FRAMEWORK = "NIST CSF V1.1";
    private static final String NAME = "Northwind Clinics, annual assessment";
    private static final Map<String, ?> SCOPE = Map.ofEntries(
            Map.entry("title", "Northwind Clinics"),
            Map.entry(
                    "description",
                    "Clinical and administrative systems of the three clinics, and the people who run them."),
            Map.entry("business_units", List.of("Clinical care", "IT operations", "Human resources")),
            Map.entry("processes", List.of("Patient records", "Appointments", "Billing")),
            Map.entry("systems", List.of("Record system", "Laboratory interface", "Office workplace")),
            Map.entry("locations", List.of("North clinic", "Harbour clinic", "Data centre")),
            Map.entry("legal_entities", List.of("Northwind Clinics Ltd")),
            Map.entry("data_types", List.of("Patient data", "Staff data")),
            Map.entry("third_parties", List.of("Laboratory", "Hosting provider")),
            Map.entry("exclusions", List.of("Medical devices without a network connection")),
            Map.entry("assumptions", List.of("Policies describe what is done.")),
            Map.entry("constraints", List.of("Documents only; no interviews.")));

    /// How many steps are told of.
    public static final int STEPS = DemoPolicies.all().size() + 11;

    private final Api importer;
    private final Api assessor;
    private final Journey journey;
    private final Consumer<String> told;

    /// @param importer may import catalogs
    /// @param assessor drafts and submits
    /// @param approver decides
    /// @param told     hears of each step before it is taken
    public Demo(Api importer, Api assessor, Api approver, Consumer<String> told) {
        this.importer = importer;
        this.assessor = assessor;
        this.journey = new Journey(importer, assessor, approver, told);
        this.told = told;
    }

    /// @return the path of the approved report
    public String run() {
        var version = catalog();
        var assessment = journey.open(NAME, version);
        if (journey.state(assessment).equals("report_generated")) {
            return reportOf(assessment).path();
        }
        journey.upload(assessment, DemoPolicies.all());
        var framework = Answers.text(journey.framework(FRAMEWORK), "framework_id");
        journey.choose(assessment, framework);
        var scope = journey.scope(assessment, SCOPE);
        var soa = journey.draftSoa(assessment, framework, version, scope.id());
        journey.agreeSoa(assessment, soa);
        var gaps = journey.gaps(assessment, soa);
        var maturity = journey.maturity(assessment);
        journey.plan(assessment, gaps.id(), maturity.id());
        return reportOf(assessment).path();
    }

    private Journey.Approved reportOf(String assessment) {
        return journey.report(assessment, "Assessment of Northwind Clinics");
    }

    /// The starter catalog's version, imported unless it is there.
    private String catalog() {
        told.accept("Importing the starter catalog");
        return Answers.data(assessor.get(API + "/scf/versions")).stream()
                .filter(version -> StarterCatalog.LABEL.equals(version.get("version_label")))
                .map(version -> Answers.text(version, "scf_version_id"))
                .findFirst()
                .orElseGet(this::imported);
    }

    private String imported() {
        var body = Map.of(
                "source_type",
                "synthetic_fixture",
                "source_filename",
                "starter-catalog.xlsx",
                "version_label",
                StarterCatalog.LABEL,
                "content",
                Base64.getEncoder().encodeToString(StarterCatalog.workbook()));
        var accepted = importer.post(API + "/admin/scf/import-runs", body);
        return Answers.text(journey.imported(accepted), "scf_version_id");
    }
}
