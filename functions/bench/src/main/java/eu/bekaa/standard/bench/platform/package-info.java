/// The product in a process of its own, and what asks it.
@NullMarked
package eu.bekaa.standard.bench.platform;

import org.jspecify.annotations.NullMarked;
