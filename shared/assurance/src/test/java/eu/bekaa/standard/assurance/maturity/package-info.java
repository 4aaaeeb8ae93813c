@NullMarked
package eu.bekaa.standard.assurance.maturity;

import org.jspecify.annotations.NullMarked;
