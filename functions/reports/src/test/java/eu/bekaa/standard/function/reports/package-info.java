@NullMarked
package eu.bekaa.standard.function.reports;

import org.jspecify.annotations.NullMarked;
