/// Import runs: the only way by which the catalog changes (STD-10).
@NullMarked
package eu.bekaa.standard.catalog.imports;

import org.jspecify.annotations.NullMarked;
