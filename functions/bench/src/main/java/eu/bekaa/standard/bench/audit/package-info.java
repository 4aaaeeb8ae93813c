/// What the audit chain costs.
@NullMarked
package eu.bekaa.standard.bench.audit;

import org.jspecify.annotations.NullMarked;
