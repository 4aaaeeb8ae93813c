package eu.bekaa.standard.web;

import io.micronaut.aop.Around;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The permission that a route needs. A route with neither this nor [Open] answers nobody. A POST under it obeys
/// `Idempotency-Key` (STD-5).
@Around
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allowed {
    /// `resource:action`
    String value();
}
