/// Reading the chunks of documents, as a list, as neighbours, by their words; and where they stand on their way into
/// the index.
@NullMarked
package eu.bekaa.standard.knowledge.chunk;

import org.jspecify.annotations.NullMarked;
