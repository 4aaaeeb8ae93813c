/// Renders report contents as files: the formats that need heavy libraries.
@NullMarked
package eu.bekaa.standard.function.reports;

import org.jspecify.annotations.NullMarked;
