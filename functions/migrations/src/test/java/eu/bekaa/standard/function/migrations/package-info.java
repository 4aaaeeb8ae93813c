@NullMarked
package eu.bekaa.standard.function.migrations;

import org.jspecify.annotations.NullMarked;
