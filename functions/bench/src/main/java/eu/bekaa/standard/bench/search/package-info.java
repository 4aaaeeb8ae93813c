/// How well and how fast passages are found.
@NullMarked
package eu.bekaa.standard.bench.search;

import org.jspecify.annotations.NullMarked;
