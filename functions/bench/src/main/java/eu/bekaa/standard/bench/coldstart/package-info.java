/// How long a packaged function takes from the start of its JVM to its first answer.
@NullMarked
package eu.bekaa.standard.bench.coldstart;

import org.jspecify.annotations.NullMarked;
