/// The catalog over HTTP: versions, controls, frameworks and mappings to read, and imports to run (contract §3).
@NullMarked
package eu.bekaa.standard.function.catalog;

import org.jspecify.annotations.NullMarked;
