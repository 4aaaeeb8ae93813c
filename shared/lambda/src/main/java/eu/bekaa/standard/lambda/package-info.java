/// The API behind API Gateway: requests as events, for functions that the local platform's Netty stands in for.
@NullMarked
package eu.bekaa.standard.lambda;

import org.jspecify.annotations.NullMarked;
