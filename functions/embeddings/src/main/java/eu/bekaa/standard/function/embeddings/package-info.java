/// The consumer of the embeddings queue.
@NullMarked
package eu.bekaa.standard.function.embeddings;

import org.jspecify.annotations.NullMarked;
