/// The HTTP edge: from a request to a [eu.bekaa.standard.kernel.Caller], and from what a service gives or refuses to
/// an answer.
@NullMarked
package eu.bekaa.standard.web;

import org.jspecify.annotations.NullMarked;
