/// What the documents say about each item of a SoA: candidate passages, what they signal and how strong they are.
@NullMarked
package eu.bekaa.standard.assurance.evidence;

import org.jspecify.annotations.NullMarked;
