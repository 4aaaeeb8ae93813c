package eu.bekaa.standard.bench.hello;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/// The peer of a cold start: the framework with one route and nothing behind it.
@Controller("/hello")
final class HelloController {
    @Get
    @Produces(MediaType.APPLICATION_JSON)
    String hello() {
        return "{\"hello\":\"world\"}";
    }
}
