/// Figures about an organization's assessments, for those who watch over the work.
@NullMarked
package eu.bekaa.standard.assurance.figures;

import org.jspecify.annotations.NullMarked;
