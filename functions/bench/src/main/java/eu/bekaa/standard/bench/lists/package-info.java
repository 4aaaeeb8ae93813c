/// How long lists and aggregates take over much data.
@NullMarked
package eu.bekaa.standard.bench.lists;

import org.jspecify.annotations.NullMarked;
