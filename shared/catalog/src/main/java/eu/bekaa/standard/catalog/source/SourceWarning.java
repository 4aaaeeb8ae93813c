package eu.bekaa.standard.catalog.source;

import eu.bekaa.standard.kernel.Word;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Something in a source that the import read in one way but that its publisher should look at.
/// @param action  what the import does about it
/// @param sheet   the sheet, or null where the source has none
/// @param row     the row as the spreadsheet counts it, from 1, or null when the sheet as a whole is meant
/// @param column  the column's letters, or null when the row as a whole is meant
/// @param message what was found and how it was read
@Serdeable
@Schema(description = "Something odd in a source, and how it was read.")
public record SourceWarning(
        @Schema(description = "What is odd, as a word that stays the same.", example = "padded_cell")
        Rule rule,

        @Schema(description = "warning (a value may be wrong, lost or left out) or notice.", example = "notice")
        Severity severity,

        @Schema(
                description =
                        "What the import does about it: trimmed, collapsed, merged, read_as_shown, result_read, not_read,"
                                + " kept_as_written, kept_apart, linked, not_linked, compared_by_letters, left_empty or"
                                + " normalised.",
                example = "trimmed")
        Treatment action,

        @Schema(description = "The sheet.", example = "SCF 2022.3") @Nullable
        String sheet,

        @Schema(description = "The row, as the spreadsheet counts it.", example = "12") @Nullable
        Integer row,

        @Schema(description = "The column's letters.", example = "AB") @Nullable
        String column,

        @Schema(description = "What was found and how it was read.", example = "Blanks around the text are not read.")
        String message) {

    /// How much a finding matters.
    public enum Severity {
        /// A value may be wrong, lost or left out: somebody should look at it.
        WARNING,
        /// Odd, but to be read in one way only: nothing is lost.
        NOTICE;

        @Override
        public String toString() {
            return Word.of(this);
        }
    }

    /// What the import does about a finding.
    public enum Treatment {
        /// Read without the blanks around it.
        TRIMMED,
        /// Read as one line.
        COLLAPSED,
        /// Read once, or as one.
        MERGED,
        /// Read as a spreadsheet shows it.
        READ_AS_SHOWN,
        /// The stored result is read.
        RESULT_READ,
        /// Not read.
        NOT_READ,
        /// Read as it is written.
        KEPT_AS_WRITTEN,
        /// Read as something of its own.
        KEPT_APART,
        /// The two are linked.
        LINKED,
        /// The two are not linked.
        NOT_LINKED,
        /// Compared by letters and digits alone.
        COMPARED_BY_LETTERS,
        /// What is missing stays empty.
        LEFT_EMPTY,
        /// Stored in the present spelling.
        NORMALISED;

        @Override
        public String toString() {
            return Word.of(this);
        }
    }

    /// What is odd. Its word is the finding's code, the same from release to release.
    public enum Rule {
        /// A reference is stored as a number: a trailing zero ("12.10") may be lost already.
        NUMBER_CELL(Severity.WARNING, Treatment.READ_AS_SHOWN),
        /// Blanks around the text of a cell.
        PADDED_CELL(Severity.NOTICE, Treatment.TRIMMED),
        /// Blanks around one line within a cell.
        PADDED_LINE(Severity.NOTICE, Treatment.TRIMMED),
        /// A cell names the same reference twice.
        REPEATED_REFERENCE(Severity.NOTICE, Treatment.MERGED),
        /// A formula in a column that is read.
        FORMULA_CELL(Severity.NOTICE, Treatment.RESULT_READ),
        /// A column of formulas that sum up other columns.
        FORMULA_COLUMN(Severity.NOTICE, Treatment.NOT_READ),
        /// A spreadsheet error such as `#REF!`.
        ERROR_CELL(Severity.WARNING, Treatment.NOT_READ),
        /// Line breaks, double or outer blanks in a header.
        HEADER_WHITE_SPACE(Severity.NOTICE, Treatment.COLLAPSED),
        /// Two mapping columns with the same header.
        DUPLICATE_HEADER(Severity.WARNING, Treatment.KEPT_APART),
        /// Cells below a column that has no header.
        COLUMN_WITHOUT_HEADER(Severity.WARNING, Treatment.NOT_READ),
        /// Another sheet that lists controls.
        OTHER_CONTROL_SHEET(Severity.NOTICE, Treatment.NOT_READ),
        /// A domain written in more than one way.
        DOMAIN_SPELLING(Severity.NOTICE, Treatment.MERGED),
        /// A control whose code begins with another domain's code.
        DOMAIN_CODE_MISMATCH(Severity.WARNING, Treatment.KEPT_AS_WRITTEN),
        /// A domain that only one of the domain list and the control sheet names.
        DOMAIN_UNLISTED(Severity.WARNING, Treatment.KEPT_AS_WRITTEN),
        /// A row without a control code.
        ROW_WITHOUT_CODE(Severity.WARNING, Treatment.NOT_READ),
        /// A weight that is no number, or lies outside 1 to 10.
        WEIGHT_UNUSUAL(Severity.WARNING, Treatment.NOT_READ),
        /// A maturity level that some controls cannot reach, as their criterion says.
        LEVEL_NOT_REACHABLE(Severity.NOTICE, Treatment.KEPT_AS_WRITTEN),
        /// A control names an evidence request that does not name it back.
        EVIDENCE_ONLY_ON_CONTROL(Severity.WARNING, Treatment.LINKED),
        /// An evidence request names a control that does not name it back.
        EVIDENCE_ONLY_ON_LIST(Severity.WARNING, Treatment.NOT_LINKED),
        /// A risk or threat column whose code the catalog of risks or threats does not list.
        HAZARD_UNLISTED(Severity.WARNING, Treatment.KEPT_AS_WRITTEN),
        /// The list of sources spells a mapping column differently from the control sheet.
        SOURCE_NAME_DIFFERS(Severity.NOTICE, Treatment.COMPARED_BY_LETTERS),
        /// A mapping column that the list of sources does not describe.
        SOURCE_MISSING(Severity.NOTICE, Treatment.LEFT_EMPTY),
        /// The list of sources does not say which mapping column it describes.
        SOURCES_UNLINKED(Severity.NOTICE, Treatment.NOT_READ),
        /// A relationship in a legacy spelling.
        RELATIONSHIP_NORMALISED(Severity.NOTICE, Treatment.NORMALISED);

        private final Severity severity;
        private final Treatment treatment;

        Rule(Severity severity, Treatment treatment) {
            this.severity = severity;
            this.treatment = treatment;
        }

        @Override
        public String toString() {
            return Word.of(this);
        }
    }

    public SourceWarning(
            Rule rule, @Nullable String sheet, @Nullable Integer row, @Nullable String column, String message) {
        this(rule, rule.severity, rule.treatment, sheet, row, column, message);
    }

    /// A warning about a source as a whole.
    public static SourceWarning of(Rule rule, String message) {
        return new SourceWarning(rule, null, null, null, message);
    }
}
