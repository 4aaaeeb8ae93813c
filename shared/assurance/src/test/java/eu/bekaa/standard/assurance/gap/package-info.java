@NullMarked
package eu.bekaa.standard.assurance.gap;

import org.jspecify.annotations.NullMarked;
