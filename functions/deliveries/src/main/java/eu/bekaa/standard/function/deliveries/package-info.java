/// The consumer of the deliveries queue: spreads events, calls webhooks, sends mail.
@NullMarked
package eu.bekaa.standard.function.deliveries;

import org.jspecify.annotations.NullMarked;
