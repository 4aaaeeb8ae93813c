/// What a text means, as a vector: the port to an embedding model, its calibration, and the work that embeds chunks.
@NullMarked
package eu.bekaa.standard.knowledge.embedding;

import org.jspecify.annotations.NullMarked;
