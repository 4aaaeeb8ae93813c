/// The embedding model that runs in the process: bge-small-en-v1.5, quantised, with what was measured about it.
@NullMarked
package eu.bekaa.standard.embedding;

import org.jspecify.annotations.NullMarked;
