/// Text read from documents, cut into pieces that can be quoted. Untrusted throughout (STD-45). No I/O.
@NullMarked
package eu.bekaa.standard.knowledge.text;

import org.jspecify.annotations.NullMarked;
