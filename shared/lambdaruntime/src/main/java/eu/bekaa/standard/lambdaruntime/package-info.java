/// Lambda on loopback, for tests and benchmarks: starts a function from its zip with Lambda's own runtime client, and
/// stands before it as the Runtime API, API Gateway and the event sources do.
@NullMarked
package eu.bekaa.standard.lambdaruntime;

import org.jspecify.annotations.NullMarked;
