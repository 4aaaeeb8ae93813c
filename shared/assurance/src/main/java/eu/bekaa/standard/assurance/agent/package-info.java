/// Agents: who they are, what they may use, their runs, and the guardrails of what they propose (contract §14).
@NullMarked
package eu.bekaa.standard.assurance.agent;

import org.jspecify.annotations.NullMarked;
