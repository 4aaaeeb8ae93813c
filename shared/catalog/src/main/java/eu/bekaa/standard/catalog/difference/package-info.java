/// How two versions of the SCF differ, control by control.
@NullMarked
package eu.bekaa.standard.catalog.difference;

import org.jspecify.annotations.NullMarked;
