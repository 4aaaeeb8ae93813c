/// The cloud on one machine: PostgreSQL, an SQS server and an S3 server inside the JVM, for the laptop and for tests.
/// The product reaches them through the same clients as it reaches AWS.
@NullMarked
package eu.bekaa.standard.localcloud;

import org.jspecify.annotations.NullMarked;
