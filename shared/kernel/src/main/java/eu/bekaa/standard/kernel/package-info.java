/// The words every module speaks. No I/O.
@NullMarked
package eu.bekaa.standard.kernel;

import org.jspecify.annotations.NullMarked;
