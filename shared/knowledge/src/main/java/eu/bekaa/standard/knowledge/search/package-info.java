/// Finding passages in an assessment's documents. What is found is candidate evidence and nothing more (STD-51).
@NullMarked
package eu.bekaa.standard.knowledge.search;

import org.jspecify.annotations.NullMarked;
