/// The API's own description: one document of all functions, and the pages that show it.
@NullMarked
package eu.bekaa.standard.function.docs;

import org.jspecify.annotations.NullMarked;
