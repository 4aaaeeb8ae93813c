package eu.bekaa.standard.assurance.report.render;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The contract's words as a reader sees them.
public final class Words {
    private Words() {}

    /// `partially_met` as `Partially met`; abbreviations keep their capitals.
    public static String label(String word) {
        var words = Arrays.stream(word.split("_", -1)).map(Words::spelled).collect(Collectors.joining(" "));
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String spelled(String part) {
        return switch (part) {
            case "scf", "roc", "sha256" -> part.toUpperCase(Locale.ROOT);
            case "soa" -> "SoA";
            case "poam" -> "POA&M";
            default -> part;
        };
    }

    /// A word's weight of colour. Colour only repeats what the word says.
    public static Tone tone(String word) {
        return switch (word) {
            case "met",
                    "implemented",
                    "approved",
                    "conforms",
                    "strictly_conforms",
                    "strong",
                    "applicable",
                    "completed",
                    "low" -> Tone.GOOD;
            case "partially_met",
                    "partially_implemented",
                    "partial",
                    "partially_applicable",
                    "medium",
                    "moderate",
                    "in_progress" -> Tone.FAIR;
            case "requires_validation", "under_review", "weak", "high", "significant_deficiency", "to_be_defined" ->
                Tone.POOR;
            case "not_met",
                    "not_implemented",
                    "critical",
                    "severe",
                    "urgent",
                    "material_weakness",
                    "conflicting",
                    "rejected",
                    "not_applicable_not_justified" -> Tone.BAD;
            case "extreme" -> Tone.WORST;
            case "not_evidenced", "absent" -> Tone.ABSENT;
            default -> Tone.NEUTRAL;
        };
    }

    /// From good to worst; absent is "nobody knows", which is neither.
    public enum Tone {
        GOOD("#2f7d5b", "#ffffff", "#e3f1ea", "#1e5a40"),
        FAIR("#c9a227", "#1d2733", "#f8f0d6", "#6b540c"),
        POOR("#d97a2b", "#1d2733", "#fbe8d8", "#8a4510"),
        BAD("#b3362e", "#ffffff", "#f7dedb", "#8c231c"),
        WORST("#6d1b3b", "#ffffff", "#f1dae2", "#6d1b3b"),
        ABSENT("#6b7789", "#ffffff", "#e6e9ef", "#465063"),
        NEUTRAL("#a9b4c4", "#1d2733", "#eef1f5", "#465063");

        private final String fill;
        private final String onFill;
        private final String tint;
        private final String ink;

        Tone(String fill, String onFill, String tint, String ink) {
            this.fill = fill;
            this.onFill = onFill;
            this.tint = tint;
            this.ink = ink;
        }

        /// For areas of charts.
        public String fill() {
            return fill;
        }

        /// For figures on such an area; contrast at least 4.5 : 1.
        public String onFill() {
            return onFill;
        }

        /// For backgrounds under text.
        public String tint() {
            return tint;
        }

        /// For text on the tint; contrast at least 4.5 : 1.
        public String ink() {
            return ink;
        }
    }
}
