/**
 * Decides. Facts and the time come in; entries, needs, the next time to look, and reasons go out.
 *
 * <pre>
 *   cause + world + now ──→ Engine.decide ──→ needs     (answered by the loop, and asked again)
 *                                         └─→ entries   (appended whole, under guards)
 * </pre>
 *
 * <p>What each package decides:
 *
 * <ul>
 *   <li>{@code fold}: what is so. An immutable {@code World} that takes one entry after the other
 *       and never refuses; its state machines are tables.
 *   <li>{@code deliberation}: nothing by itself. It is one decision under way: rules read the world
 *       through it, what they write is folded at once, and it keeps the guards, the open needs and
 *       the reasons.
 *   <li>{@code intake}: what follows from events, and what shipments carry.
 *   <li>{@code trigger}: whether news make a shipment.
 *   <li>{@code command}: what follows from a person's wish.
 *   <li>{@code authority}: who may wish what, and what has to be confirmed.
 *   <li>{@code trust}: whether a run of a CI system is one that somebody trusts.
 *   <li>{@code queue}: who waits where, and who gives way to whom.
 *   <li>{@code delivery}: the complete state that a shipment makes of what is in force.
 *   <li>{@code layer}: which owners' words a shipment takes along, and who may write them.
 *   <li>{@code campaign}: where a change of an overlay is sent next, and when.
 *   <li>{@code guardrail}: whether a rollout may start, and take its next step.
 *   <li>{@code strategy}: which complete states lie between what is held and what is wanted.
 *   <li>{@code rollout}: what a rollout comes to now: the next order, the next step, its end.
 *   <li>{@code rollback}: whereto one goes back, and what is kept away afterwards.
 *   <li>{@code notification}: what of all that happened is news to people, and who is told.
 *   <li>{@code why}: what keeps something, in words, and by which command it would go on.
 *   <li>{@code whatif}: what a span would have come to with other documents.
 * </ul>
 *
 * <p>Rollouts are advanced from what is so, never from what happened: {@code rollout.NextMove} says
 * what a rollout comes to now, {@code rollout.Advance} does it until nothing changes. So a report,
 * a tick, a restart and a command all take the same way, and a lost or repeated signal costs
 * nothing.
 *
 * <p>Easy to get wrong: an entry's position is not known before the append, so nothing but the fold
 * may use one; a rule that reads a control stream must read it through the deliberation, or its
 * guard is missing; and whatever is iterated must have an order, or replay is not exact.
 */
@NullMarked
package dev.slipway.engine;

import org.jspecify.annotations.NullMarked;
