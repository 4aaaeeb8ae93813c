/// Connections to other systems: their life cycle, and credentials that only ever go in (contract §17, STD-153).
@NullMarked
package eu.bekaa.standard.platform.integration;

import org.jspecify.annotations.NullMarked;
