/// Tests of documents.
@NullMarked
package eu.bekaa.standard.knowledge.document;

import org.jspecify.annotations.NullMarked;
