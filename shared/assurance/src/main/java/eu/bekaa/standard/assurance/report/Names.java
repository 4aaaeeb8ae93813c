package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.report.content.Source;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.catalog.ScfVersion;
import java.util.Locale;

/// What reports call things.
final class Names {
    private Names() {}

    static String artifact(ArtifactKind kind) {
        return switch (kind) {
            case SCOPE -> "scope";
            case SOA -> "statement of applicability";
            case GAP_ANALYSIS -> "gap analysis";
            case MATURITY_ASSESSMENT -> "maturity assessment";
            case POAM -> "plan of action";
            case REPORT -> "report";
        };
    }

    /// `gap analysis, version 2`
    static String version(Version version) {
        var header = version.header();
        return artifact(header.kind()) + ", version " + header.number();
    }

    static Source.Kind source(ArtifactKind kind) {
        return switch (kind) {
            case SCOPE -> Source.Kind.SCOPE;
            case SOA -> Source.Kind.SOA_VERSION;
            case GAP_ANALYSIS -> Source.Kind.GAP_ANALYSIS_VERSION;
            case MATURITY_ASSESSMENT -> Source.Kind.MATURITY_VERSION;
            case POAM -> Source.Kind.POAM_VERSION;
            case REPORT -> Source.Kind.REPORT_VERSION;
        };
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// A version of the catalog, named once whatever its label says.
    static String scf(ScfVersion version) {
        var label = version.versionLabel().strip();
        return label.regionMatches(true, 0, "SCF", 0, 3) ? label : "SCF " + label;
    }

    /// `1 finding`, `2 findings`
    static String count(long number, String singular) {
        return String.format(Locale.ENGLISH, "%,d %s%s", number, singular, number == 1 ? "" : "s");
    }

    /// A share in whole percent.
    static String percent(long part, long whole) {
        return whole == 0 ? "–" : Math.round(100.0 * part / whole) + " %";
    }

    static String decimal(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }
}
