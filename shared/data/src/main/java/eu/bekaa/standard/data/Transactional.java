package eu.bekaa.standard.data;

import io.micronaut.aop.Around;
import io.micronaut.context.annotation.Type;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Runs a service method in the one transaction of its [eu.bekaa.standard.kernel.Caller], which is its first
/// parameter: the organization is set right after BEGIN, audit records are written last before COMMIT. Joins a
/// transaction already open.
@Around
@Type(TransactionInterceptor.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Transactional {}
