package eu.bekaa.standard.catalog.source;

import eu.bekaa.standard.kernel.Word;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Something in a source that the import read in one way but that its publisher should look at.
/// @param sheet   the sheet, or null where the source has none
/// @param row     the row as the spreadsheet counts it, from 1, or null when the sheet as a whole is meant
/// @param column  the column's letters, or null when the row as a whole is meant
/// @param message what was found and how it was read
@Serdeable
@Schema(description = "Something odd in a source, and how it was read.")
public record SourceWarning(
        @Schema(description = "What is odd, as a word.", example = "padded_cell")
        Rule rule,

        @Schema(description = "The sheet.", example = "SCF 2022.3") @Nullable
        String sheet,

        @Schema(description = "The row, as the spreadsheet counts it.", example = "12") @Nullable
        Integer row,

        @Schema(description = "The column's letters.", example = "AB") @Nullable
        String column,

        @Schema(description = "What was found and how it was read.", example = "Blanks around the text are not read.")
        String message) {

    /// What is odd.
    public enum Rule {
        /// A reference is stored as a number: a trailing zero ("12.10") may be lost already.
        NUMBER_CELL,
        /// Blanks around the text of a cell.
        PADDED_CELL,
        /// Blanks around one line within a cell.
        PADDED_LINE,
        /// A cell names the same reference twice.
        REPEATED_REFERENCE,
        /// A formula: its stored result is used.
        FORMULA_CELL,
        /// A spreadsheet error such as `#REF!`: read as empty.
        ERROR_CELL,
        /// Line breaks, double or outer blanks in a header.
        HEADER_WHITE_SPACE,
        /// Two mapping columns with the same header.
        DUPLICATE_HEADER,
        /// Cells below a column that has no header: not read.
        COLUMN_WITHOUT_HEADER,
        /// A domain written in more than one way.
        DOMAIN_SPELLING,
        /// A control whose code begins with another domain's code.
        DOMAIN_CODE_MISMATCH,
        /// A domain that only one of the domain list and the control sheet names.
        DOMAIN_UNLISTED,
        /// A row without a control code: not read.
        ROW_WITHOUT_CODE,
        /// A weight that is no number, or lies outside 1 to 10.
        WEIGHT_UNUSUAL,
        /// A control names an evidence request that does not name it back.
        EVIDENCE_ONLY_ON_CONTROL,
        /// An evidence request names a control that does not name it back.
        EVIDENCE_ONLY_ON_LIST,
        /// A risk or threat column whose code the catalog of risks or threats does not list.
        HAZARD_UNLISTED,
        /// The list of sources spells a mapping column differently from the control sheet.
        SOURCE_NAME_DIFFERS,
        /// A mapping column that the list of sources does not describe.
        SOURCE_MISSING,
        /// The list of sources does not say which mapping column it describes.
        SOURCES_UNLINKED,
        /// A relationship in a legacy spelling: stored in the present one.
        RELATIONSHIP_NORMALISED;

        @Override
        public String toString() {
            return Word.of(this);
        }
    }

    /// A warning about a source as a whole.
    public static SourceWarning of(Rule rule, String message) {
        return new SourceWarning(rule, null, null, null, message);
    }
}
