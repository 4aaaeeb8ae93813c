package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.gap.AssessmentStatus;
import eu.bekaa.standard.assurance.gap.Severity;
import eu.bekaa.standard.assurance.poam.Priority;
import eu.bekaa.standard.assurance.report.Grounds.Doubts;
import eu.bekaa.standard.assurance.report.SummaryRows.Counted;
import eu.bekaa.standard.assurance.report.SummaryRows.Figure;
import eu.bekaa.standard.kernel.Word;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The items of approved versions in figures: of each word how many have it, where any has.
/// @param limitations what evidence findings say of themselves, and how many of them do
record SummaryFigures(
        Map<AssessmentStatus, Long> byStatus,
        Map<Severity, Long> bySeverity,
        Map<Priority, Long> byPriority,
        double averageMaturity,
        Doubts doubts,
        SortedMap<String, Long> limitations) {
    static SummaryFigures of(List<Figure> figures) {
        var byStatus = by(AssessmentStatus.class, figures, Counted.STATUS);
        var limitations = new TreeMap<String, Long>();
        only(figures, Counted.LIMITATION).forEach(figure -> limitations.put(figure.word(), figure.times()));
        return new SummaryFigures(
                byStatus,
                by(Severity.class, figures, Counted.SEVERITY),
                by(Priority.class, figures, Counted.PRIORITY),
                average(figures),
                new Doubts(
                        byStatus.getOrDefault(AssessmentStatus.NOT_EVIDENCED, 0L),
                        sum(figures, Counted.UNVALIDATED),
                        sum(figures, Counted.WITHOUT_LIKELIHOOD),
                        sum(figures, Counted.WITHOUT_IMPACT)),
                limitations);
    }

    int totalFindings() {
        return Math.toIntExact(
                byStatus.values().stream().mapToLong(Long::longValue).sum());
    }

    private static <E extends Enum<E>> Map<E, Long> by(Class<E> words, List<Figure> figures, Counted what) {
        var counts = new EnumMap<E, Long>(words);
        only(figures, what)
                .forEach(
                        figure -> counts.put(Objects.requireNonNull(Word.parse(words, figure.word())), figure.times()));
        return counts;
    }

    private static double average(List<Figure> figures) {
        long scores = sum(figures, Counted.MATURITY);
        long levels = only(figures, Counted.MATURITY)
                .mapToLong(figure -> Long.parseLong(figure.word()) * figure.times())
                .sum();
        return scores == 0 ? 0 : (double) levels / scores;
    }

    private static long sum(List<Figure> figures, Counted what) {
        return only(figures, what).mapToLong(Figure::times).sum();
    }

    private static Stream<Figure> only(List<Figure> figures, Counted what) {
        return figures.stream().filter(figure -> figure.counted() == what);
    }
}
