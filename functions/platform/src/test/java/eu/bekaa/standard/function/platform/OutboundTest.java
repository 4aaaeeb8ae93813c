package eu.bekaa.standard.function.platform;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A test of what leaves the platform: calls may go to loopback, letters go into the mailbox, time can be put forward.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@MicronautTest(transactional = false)
@Property(name = "standard.outbound.reach", value = "any")
@Property(name = "standard.outbound.timeout", value = "5s")
@Property(name = "standard.webhooks.failures-before-disabling", value = "3")
@Property(name = "standard.webhooks.failing-before-disabling", value = "0s")
@Property(name = "standard.email.sender", value = "mailbox")
@Property(name = "test.clock", value = "running")
@interface OutboundTest {}
