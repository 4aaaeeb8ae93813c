/// Tests of reading evidence.
@NullMarked
package eu.bekaa.standard.assurance.evidence;

import org.jspecify.annotations.NullMarked;
