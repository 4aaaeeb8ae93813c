package eu.bekaa.standard.infra;

/// A part of the bucket, as a pattern of keys.
public enum Area {
    /// Documents that passed their checks.
    DOCUMENTS("tenants/*/assessments/*/documents/*"),
    /// Rendered reports.
    REPORTS("tenants/*/assessments/*/reports/*"),
    /// Uploads by pre-signed address that nobody has looked at.
    INCOMING("incoming/*"),
    /// Sources of catalog imports, also those under way.
    IMPORTS("imports/*");

    private final String keys;

    Area(String keys) {
        this.keys = keys;
    }

    public String keys() {
        return keys;
    }
}
