package eu.bekaa.standard.assurance.poam;

import eu.bekaa.standard.kernel.Word;

/// How soon an item should be taken up. Drafts use low, medium, high and urgent (STD-92); critical is a planner's
/// choice.
public enum Priority {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL,
    URGENT;

    static Priority of(int points) {
        if (points >= 5) {
            return URGENT;
        }
        if (points >= 3) {
            return HIGH;
        }
        return points >= 1 ? MEDIUM : LOW;
    }

    /// Days from the draft to the due date before the effort is added (STD-93).
    int days() {
        return switch (this) {
            case URGENT, CRITICAL -> 30;
            case HIGH -> 60;
            case MEDIUM -> 90;
            case LOW -> 180;
        };
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
