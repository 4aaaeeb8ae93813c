/// The whole platform in one JVM: the laptop's cloud. Starts the embedded parts, plays API Gateway's, SQS's and
/// EventBridge's role towards the functions, and takes a newcomer by the hand.
@NullMarked
package eu.bekaa.standard.function.local;

import org.jspecify.annotations.NullMarked;
