/// What is not kept: sessions that have ended, idempotency keys of yesterday, windows of the rate limit.
@NullMarked
package eu.bekaa.standard.platform.retention;

import org.jspecify.annotations.NullMarked;
