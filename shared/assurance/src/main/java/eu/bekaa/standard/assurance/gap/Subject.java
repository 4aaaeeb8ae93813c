package eu.bekaa.standard.assurance.gap;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A requirement and the control that answers it, in the words that findings and plans use. Every sentence the product
/// writes about a finding takes its nouns from here, so that it can be traced to the catalog.
/// @param framework the framework's name, with its version
/// @param control   null where the requirement has no official mapping
public record Subject(
        String framework,
        String requirementCode,
        @Nullable String requirementTitle,
        @Nullable ControlText control) {
    /// What the catalog says about a control.
    /// @param guidance the catalog's ways to comply, one a line
    /// @param evidence the catalog's evidence requests, one a line
    public record ControlText(
            String code,
            String title,
            @Nullable String description,
            @Nullable String guidance,
            @Nullable String evidence) {
        /// Catalog texts open with "Mechanisms exist to …", some with a kind of mechanism before it.
        private static final Pattern OBJECTIVE =
                Pattern.compile("^.{0,80}?(?:mechanisms|controls)\\s+exist\\s+to:?\\s+(.+)$", Pattern.CASE_INSENSITIVE);

        private static final Pattern BULLET = Pattern.compile("^[-•*▪]\\s*");
        private static final int LONGEST_OBJECTIVE = 400;

        /// The control's name as a reader knows it: `AST-02 (Asset Inventories)`.
        public String name() {
            return code + " (" + oneLine(title) + ")";
        }

        /// What the control is for, as the words that follow "to"; the title's where the description has another form.
        public String objective() {
            var matcher = OBJECTIVE.matcher(String.join(" ", lines(description)));
            if (!matcher.matches()) {
                return "put " + oneLine(title) + " into effect";
            }
            return shortened(matcher.group(1).replaceAll("[.;\\s]+$", ""));
        }

        /// Up to three ways to comply that the catalog names.
        public List<String> options() {
            return lines(guidance).stream().limit(3).toList();
        }

        /// The evidence that the catalog asks for.
        public List<String> requests() {
            return lines(evidence);
        }

        private static List<String> lines(@Nullable String text) {
            if (text == null) {
                return List.of();
            }
            return Arrays.stream(text.split("[\\r\\n]+"))
                    .map(line -> BULLET.matcher(oneLine(line)).replaceFirst(""))
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .toList();
        }

        private static String shortened(String text) {
            if (text.length() <= LONGEST_OBJECTIVE) {
                return text;
            }
            int blank = text.lastIndexOf(' ', LONGEST_OBJECTIVE);
            return text.substring(0, blank > 0 ? blank : LONGEST_OBJECTIVE) + " …";
        }
    }

    /// The requirement's name as a reader knows it: `NIST CSF v1.1 ID.AM-1`.
    public String requirement() {
        return framework + " " + requirementCode;
    }

    /// What has to be shown: the control's name, or the requirement's where no control answers it.
    public String answeredBy() {
        return control == null ? requirement() : control.name();
    }

    /// The shortest name, for lists: the control's code, or the requirement's name where no control answers it.
    public String code() {
        return control == null ? requirement() : control.code();
    }

    /// The words that follow "to" in what the organization has to do.
    public String objective() {
        if (control != null) {
            return control.objective();
        }
        var title = requirementTitle == null ? "" : oneLine(requirementTitle);
        return title.isEmpty() || title.equals(requirementCode)
                ? "meet " + requirement()
                : "meet " + requirement() + ", \"" + title + "\"";
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
