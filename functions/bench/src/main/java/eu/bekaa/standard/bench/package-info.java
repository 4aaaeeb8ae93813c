/// Benchmarks, run by `mvn -Pbench`, never by tests: the product beside a floor or a peer in the same run, written as a
/// table into `docs/benchmarks.md`.
@NullMarked
package eu.bekaa.standard.bench;

import org.jspecify.annotations.NullMarked;
