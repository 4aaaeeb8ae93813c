/// Tests of reading files.
@NullMarked
package eu.bekaa.standard.function.ingestion.extract;

import org.jspecify.annotations.NullMarked;
