package eu.bekaa.standard.bench;

import java.util.List;

/// Something that is measured, in a JVM of its own.
public interface Benchmark {
    /// The name it is asked for by, whole or in part, and the heading of its table.
    String title();

    /// What is measured, against what, and how to read it; a paragraph above the table.
    String explanation();

    /// What the JVM that measures is started with.
    default List<String> jvm() {
        return List.of("-Xmx1g");
    }

    /// Whether it takes too long to be measured along with the others.
    default boolean onlyWhenNamed() {
        return false;
    }

    /// Measures, product and floor by turns.
    List<Row> run() throws Exception;

    /// A line of the table.
    /// @param what    what is measured
    /// @param product the product's figure, with its unit
    /// @param floor   the figure of the floor or peer, and what that is
    /// @param ratio   product / floor
    /// @param bar     what the ratio should be
    /// @param spread  smallest and largest, and how often it was measured
    /// @param load    the machine's load average meanwhile
    record Row(String what, String product, String floor, String ratio, String bar, String spread, String load) {
        /// A line that says why something was not measured.
        public static Row skipped(String what, String reason) {
            return new Row(what, reason, "", "", "", "", "");
        }
    }
}
