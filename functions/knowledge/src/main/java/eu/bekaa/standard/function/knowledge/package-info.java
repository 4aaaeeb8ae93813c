/// The knowledge base over HTTP (contract §7).
@NullMarked
package eu.bekaa.standard.function.knowledge;

import org.jspecify.annotations.NullMarked;
