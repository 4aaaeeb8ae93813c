package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.Word;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What its owner says about a document.
/// @param language a BCP 47 tag, `und` when nobody said
public record DocumentDetails(
        Classification classification,
        DocumentType documentType,
        String language,
        @Nullable String versionLabel,
        @Nullable LocalDate effectiveDate) {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final int VERSION_LABEL = 100;

    public DocumentDetails {
        if (!LANGUAGE.matcher(language).matches()) {
            throw Refusal.invalid("language", "language is a tag such as en or de-AT.");
        }
        if (versionLabel != null && (versionLabel.isBlank() || versionLabel.length() > VERSION_LABEL)) {
            throw Refusal.invalid("version_label", "version_label has 1 to " + VERSION_LABEL + " characters.");
        }
    }

    /// What a client sent, with the contract's defaults for what it did not.
    public static DocumentDetails of(
            @Nullable Classification classification,
            @Nullable DocumentType documentType,
            @Nullable String language,
            @Nullable String versionLabel,
            @Nullable LocalDate effectiveDate) {
        return new DocumentDetails(
                Objects.requireNonNullElse(classification, Classification.INTERNAL),
                Objects.requireNonNullElse(documentType, DocumentType.OTHER),
                Objects.requireNonNullElse(language, "und"),
                versionLabel,
                effectiveDate);
    }

    /// The same from the fields of a form, where an empty field counts as absent.
    /// @throws Refusal `VALIDATION_ERROR` naming the field
    public static DocumentDetails ofForm(Function<String, @Nullable String> form) {
        return of(
                word(form, "classification", Classification.class),
                word(form, "document_type", DocumentType.class),
                field(form, "language"),
                field(form, "version_label"),
                date(form, "effective_date"));
    }

    private static <E extends Enum<E>> @Nullable E word(
            Function<String, @Nullable String> form, String name, Class<E> type) {
        var text = field(form, name);
        var word = text == null ? null : Word.parse(type, text);
        if (text != null && word == null) {
            throw Refusal.invalid(name, name + " is one of " + Arrays.asList(type.getEnumConstants()) + ".");
        }
        return word;
    }

    private static @Nullable LocalDate date(Function<String, @Nullable String> form, String name) {
        var text = field(form, name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            throw Refusal.invalid(name, name + " is a date such as 2026-01-31.");
        }
    }

    private static @Nullable String field(Function<String, @Nullable String> form, String name) {
        var text = form.apply(name);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
