/// The normative layer: versions of the SCF with their domains, controls and official mappings to frameworks (contract
/// §3).
@NullMarked
package eu.bekaa.standard.catalog;

import org.jspecify.annotations.NullMarked;
