@NullMarked
package eu.bekaa.standard.assurance.poam;

import org.jspecify.annotations.NullMarked;
