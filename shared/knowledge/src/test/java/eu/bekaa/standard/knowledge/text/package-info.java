/// Tests of extracted text and its pieces.
@NullMarked
package eu.bekaa.standard.knowledge.text;

import org.jspecify.annotations.NullMarked;
