/// Tests of documents over HTTP and the queues.
@NullMarked
package eu.bekaa.standard.function.documents;

import org.jspecify.annotations.NullMarked;
