/// Assessments and their life cycle: which state may follow which, what must hold, and who has to have agreed
/// (contract §5).
@NullMarked
package eu.bekaa.standard.assurance.assessment;

import org.jspecify.annotations.NullMarked;
