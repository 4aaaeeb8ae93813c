package eu.bekaa.standard.assurance.agent.analyst;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// The rows of a proposal, summed up.
record Tally<T>(List<T> rows) {
    /// How many rows there are of each sort, in the order of the sorts' words.
    Map<String, Long> by(Function<T, ?> sort) {
        return rows.stream().collect(groupingBy(row -> String.valueOf(sort.apply(row)), TreeMap::new, counting()));
    }

    static String words(Map<String, Long> counted) {
        return counted.isEmpty() ? "none" : counted.toString();
    }

    /// The mean of the rows' confidence, 0 to 1; 0 without any row.
    double confidence(ToDoubleFunction<T> each) {
        return rows.stream().mapToDouble(each).average().orElse(0);
    }

    /// A line for each of the rows that are listed.
    List<Map<String, Object>> listed(Function<T, Map<String, Object>> line) {
        return rows.stream().limit(Basis.LISTED).map(line).toList();
    }
}
