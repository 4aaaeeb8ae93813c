package eu.bekaa.standard.platform.email;

import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a letter says, with `{{variables}}` in it.
@Serdeable
@Schema(description = "What a letter says; {{name}} stands for a declared variable.")
public record Wording(
        @Schema(description = "Its subject, one line.", example = "{{artifact}} waits for your decision")
        @NotBlank
        @Size(max = 200)
        String subject,

        @Schema(description = "Its text as HTML, without scripts.", example = "<p>Dear {{name}},</p>")
        @NotBlank
        @Size(max = 50_000)
        String bodyHtml,

        @Schema(description = "Its text without markup.", example = "Dear {{name}},") @NotBlank @Size(max = 50_000)
        String bodyText) {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^{}]*+)}}");
    private static final Pattern ACTIVE = Pattern.compile(
            "(?i)<\\s*(?:script|iframe|object|embed|form|base|meta|link)\\b|\\son[a-z]+\\s*=|javascript:");
    private static final Pattern IN_STYLE = Pattern.compile("(?i)<style\\b[^<>]*+>[^<]*\\{\\{");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /// @throws Refusal `VALIDATION_ERROR` for a variable that the type does not declare, or text that acts
    void requireSound(EmailType type) {
        requireDeclared(type, "subject", subject);
        requireDeclared(type, "body_html", bodyHtml);
        requireDeclared(type, "body_text", bodyText);
        if (CONTROL.matcher(subject).find()) {
            throw Refusal.invalid("subject", "subject is one line of plain text.");
        }
        if (ACTIVE.matcher(bodyHtml).find()) {
            throw Refusal.invalid("body_html", "body_html holds nothing that runs, loads or submits.");
        }
        if (standsBare(bodyHtml) || IN_STYLE.matcher(bodyHtml).find()) {
            throw Refusal.invalid(
                    "body_html", "A variable in body_html stands in the text or within a quoted attribute.");
        }
    }

    /// @throws Refusal `VALIDATION_ERROR` for variables other than those declared
    Letter filled(EmailType type, Map<String, String> variables) {
        for (var name : variables.keySet()) {
            if (!type.variables().contains(name)) {
                throw Refusal.invalid("variables", "The letter has no variable " + name + ".");
            }
        }
        for (var name : type.variables()) {
            var value = variables.get(name);
            if (value == null) {
                throw Refusal.invalid("variables", "The letter needs the variable " + name + ".");
            }
            if (name.endsWith("_url") && !value.matches("https?://[^\\s\"'<>\\\\]{1,2000}")) {
                throw Refusal.invalid("variables", name + " is an address that begins with https:// or http://.");
            }
        }
        return new Letter(
                line(filled(subject, variables, UnaryOperator.identity())),
                filled(bodyHtml, variables, Wording::escaped),
                filled(bodyText, variables, UnaryOperator.identity()));
    }

    private static void requireDeclared(EmailType type, String field, String text) {
        var named = VARIABLE.matcher(text);
        while (named.find()) {
            if (!type.variables().contains(named.group(1).strip())) {
                throw Refusal.invalid(
                        field,
                        "A letter of type " + type + " declares no variable "
                                + named.group(1).strip() + "; it declares " + String.join(", ", type.variables())
                                + ".");
            }
        }
    }

    private static String filled(String text, Map<String, String> variables, UnaryOperator<String> escape) {
        return VARIABLE.matcher(text)
                .replaceAll(named -> Matcher.quoteReplacement(
                        escape.apply(variables.getOrDefault(named.group(1).strip(), ""))));
    }

    /// Where escaping does not help: a variable in a tag, outside quotes.
    private static boolean standsBare(String html) {
        boolean inTag = false;
        char quote = 0;
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            if (!inTag) {
                inTag = c == '<';
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                inTag = false;
            } else if (html.startsWith("{{", i)) {
                return true;
            }
        }
        return false;
    }

    /// A subject is a header: whatever breaks the line could begin another one.
    private static String line(String subject) {
        if (CONTROL.matcher(subject).find()) {
            throw Refusal.invalid("variables", "What stands in the subject is one line of plain text.");
        }
        return subject;
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
