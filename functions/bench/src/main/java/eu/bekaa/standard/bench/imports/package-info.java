/// What importing a catalog costs, beside parsing and COPY.
@NullMarked
package eu.bekaa.standard.bench.imports;

import org.jspecify.annotations.NullMarked;
