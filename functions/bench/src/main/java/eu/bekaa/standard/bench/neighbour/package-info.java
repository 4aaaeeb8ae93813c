/// What one organization's excess costs the others.
@NullMarked
package eu.bekaa.standard.bench.neighbour;

import org.jspecify.annotations.NullMarked;
