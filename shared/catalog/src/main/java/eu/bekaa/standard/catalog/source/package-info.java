/// What a catalog source says, before it is stored: the same values whatever the file format.
@NullMarked
package eu.bekaa.standard.catalog.source;

import org.jspecify.annotations.NullMarked;
