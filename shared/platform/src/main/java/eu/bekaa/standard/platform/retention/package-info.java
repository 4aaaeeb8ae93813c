/// What is not kept: sessions that have ended, idempotency keys of yesterday, windows of the rate limit, events and
/// deliveries of last month.
@NullMarked
package eu.bekaa.standard.platform.retention;

import org.jspecify.annotations.NullMarked;
