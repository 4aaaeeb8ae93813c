package eu.bekaa.standard.assurance.assessment;

import eu.bekaa.standard.kernel.Word;

/// A point of the life cycle that only a human decision opens.
public enum Gate {
    SOA("soa:approve"),
    GAP_ANALYSIS("gap:approve"),
    MATURITY_ASSESSMENT("maturity:approve"),
    POAM("poam:approve"),
    REPORT("report:approve");

    private final String permission;

    Gate(String permission) {
        this.permission = permission;
    }

    /// What a person must hold to decide here.
    public String permission() {
        return permission;
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
