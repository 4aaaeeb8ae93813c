/// What a request costs, beside a server with the same guarantees and nothing else.
@NullMarked
package eu.bekaa.standard.bench.http;

import org.jspecify.annotations.NullMarked;
