/// Documents of an assessment: taken in, kept, read, cut into chunks.
@NullMarked
package eu.bekaa.standard.knowledge.document;

import org.jspecify.annotations.NullMarked;
