/// Maturity: how far the organization has brought each control, from 0 (not performed) to 5 (continuously improving).
@NullMarked
package eu.bekaa.standard.assurance.maturity;

import org.jspecify.annotations.NullMarked;
