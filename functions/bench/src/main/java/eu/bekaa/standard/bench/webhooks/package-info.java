/// How many deliveries are signed, made and recorded.
@NullMarked
package eu.bekaa.standard.bench.webhooks;

import org.jspecify.annotations.NullMarked;
