/// How fast documents come into the index.
@NullMarked
package eu.bekaa.standard.bench.ingestion;

import org.jspecify.annotations.NullMarked;
