/// What happened, told to others: a fact is stored and announced in the transaction of the change that it is about.
@NullMarked
package eu.bekaa.standard.queue.event;

import org.jspecify.annotations.NullMarked;
