package eu.bekaa.standard.assurance.report.content;

import eu.bekaa.standard.kernel.Word;

/// The sections of a report in the contract's order (§12); a shorter report leaves some out and never reorders them.
public enum SectionKind {
    EXECUTIVE_SUMMARY("Executive summary"),
    SCOPE("Scope"),
    METHODOLOGY("Methodology"),
    BASIS("SCF and framework basis"),
    SOA_SUMMARY("Statement of applicability"),
    SOA_ITEMS("Items of the statement"),
    GAP_SUMMARY("Evidence and gap summary"),
    FINDINGS("Detailed findings"),
    MATURITY_SUMMARY("Maturity summary"),
    MATURITY_BY_DOMAIN("Maturity by domain"),
    POAM_SUMMARY("Plan of action and milestones"),
    POAM_ITEMS("Plan of action in detail"),
    LIMITATIONS("Limitations and assumptions"),
    TRACEABILITY("Traceability appendix"),
    EVIDENCE("Evidence index"),
    HISTORY("Approval and version history"),
    SOURCES("Register of sources");

    private final String title;

    SectionKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    @Override
    public String toString() {
        return Word.of(this);
    }

    /// Whether the section begins a page of its own in paged formats.
    public boolean ownPage() {
        return switch (this) {
            case EXECUTIVE_SUMMARY,
                    FINDINGS,
                    MATURITY_SUMMARY,
                    POAM_SUMMARY,
                    TRACEABILITY,
                    EVIDENCE,
                    SOURCES,
                    SOA_ITEMS -> true;
            case SCOPE,
                    METHODOLOGY,
                    BASIS,
                    SOA_SUMMARY,
                    GAP_SUMMARY,
                    MATURITY_BY_DOMAIN,
                    POAM_ITEMS,
                    LIMITATIONS,
                    HISTORY -> false;
        };
    }

    /// Whether the section's tables need the long side of the page.
    public boolean landscape() {
        return this == TRACEABILITY || this == SOA_ITEMS;
    }
}
