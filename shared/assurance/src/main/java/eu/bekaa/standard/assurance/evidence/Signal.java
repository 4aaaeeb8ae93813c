package eu.bekaa.standard.assurance.evidence;

import eu.bekaa.standard.kernel.Word;
import java.util.Locale;

/// What a sentence of a document gives away about a control. Each is a list of phrases, kept as a resource of its name.
public enum Signal {
    /// Something speaks against something else.
    CONFLICT(true),
    /// Someone or something is left out.
    EXCEPTION(true),
    /// Said outright not to be done, not to be in place, or only to be planned.
    NOT_IMPLEMENTED(true),
    /// Written down and agreed.
    DOCUMENTED(false),
    /// Done in a set way, by someone, at some rhythm.
    PROCESS(false),
    /// Counted, compared with a target or reported.
    MEASUREMENT(false),
    /// What is learned changes how it is done.
    IMPROVEMENT(false);

    private final boolean adverse;

    Signal(boolean adverse) {
        this.adverse = adverse;
    }

    /// Whether it speaks against the control: such evidence is conflicting, whatever its score.
    public boolean adverse() {
        return adverse;
    }

    /// The signal in words.
    String words() {
        return switch (this) {
            case CONFLICT -> "a conflict";
            case EXCEPTION -> "an exception";
            case NOT_IMPLEMENTED -> "something not implemented";
            case DOCUMENTED -> "documentation";
            case PROCESS -> "a process";
            case MEASUREMENT -> "measurement";
            case IMPROVEMENT -> "continuous improvement";
        };
    }

    String resource() {
        return name().toLowerCase(Locale.ROOT) + ".txt";
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
