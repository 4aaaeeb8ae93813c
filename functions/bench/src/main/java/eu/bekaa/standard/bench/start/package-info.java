/// How long the local platform takes from nothing to its first answer.
@NullMarked
package eu.bekaa.standard.bench.start;

import org.jspecify.annotations.NullMarked;
