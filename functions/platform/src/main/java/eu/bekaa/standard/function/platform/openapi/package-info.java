/// The API's own description: one document of all functions, and the pages that show it.
@NullMarked
package eu.bekaa.standard.function.platform.openapi;

import org.jspecify.annotations.NullMarked;
