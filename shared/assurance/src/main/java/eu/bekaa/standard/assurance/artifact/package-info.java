/// The artifacts of an assessment and their versions, whatever their kind (contract §13).
@NullMarked
package eu.bekaa.standard.assurance.artifact;

import org.jspecify.annotations.NullMarked;
