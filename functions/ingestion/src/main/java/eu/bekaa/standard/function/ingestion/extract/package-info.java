/// Reads the text out of files that anybody may have sent: within limits of time and memory, and never more than text.
@NullMarked
package eu.bekaa.standard.function.ingestion.extract;

import org.jspecify.annotations.NullMarked;
