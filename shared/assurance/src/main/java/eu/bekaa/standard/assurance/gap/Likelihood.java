package eu.bekaa.standard.assurance.gap;

import eu.bekaa.standard.kernel.Word;

/// How probable it is that a gap does harm, on the scale 1 to 6 (STD-73).
public enum Likelihood {
    REMOTE(1),
    HIGHLY_UNLIKELY(2),
    UNLIKELY(3),
    POSSIBLE(4),
    LIKELY(5),
    ALMOST_CERTAIN(6);

    private final int points;

    Likelihood(int points) {
        this.points = points;
    }

    public int points() {
        return points;
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
