/// Webhooks: who wants to hear of which events, and what became of each telling (contract §17, STD-150 to 152).
@NullMarked
package eu.bekaa.standard.platform.webhook;

import org.jspecify.annotations.NullMarked;
