@NullMarked
package eu.bekaa.standard.catalog.difference;

import org.jspecify.annotations.NullMarked;
