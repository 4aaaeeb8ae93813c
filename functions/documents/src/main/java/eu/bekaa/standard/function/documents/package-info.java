/// Documents over HTTP (contract §6).
@NullMarked
package eu.bekaa.standard.function.documents;

import org.jspecify.annotations.NullMarked;
