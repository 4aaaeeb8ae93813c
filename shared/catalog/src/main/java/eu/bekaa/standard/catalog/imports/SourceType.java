package eu.bekaa.standard.catalog.imports;

import eu.bekaa.standard.kernel.Word;

/// What kind of source an import reads.
public enum SourceType {
    /// A published workbook.
    XLSX,
    /// A control sheet saved as comma-separated values.
    CSV,
    /// Named by the contract, not read: the SCF's OSCAL catalog holds no mappings.
    OSCAL_JSON,
    /// A made-up catalog, as JSON or as a workbook; its records are marked `is_synthetic`.
    SYNTHETIC_FIXTURE;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
