/**
 * Decides. Facts and the time come in; entries, needs, the next time to look, and reasons go out.
 *
 * <pre>
 *   cause + world + now ──→ Engine.decide ──→ needs     (answered by the loop, and asked again)
 *                                         └─→ entries   (appended whole, under guards)
 * </pre>
 *
 * <p>{@code fold} is what is so: an immutable {@code World} that takes one entry after the other
 * and never refuses. {@code deliberation} is one decision under way: rules read the world through
 * it, what they write is folded at once, and it keeps the guards, the open needs and the reasons.
 * The rules are small classes, by what they are about: {@code intake} (events, and what shipments
 * carry), {@code command} (wishes), {@code authority}, {@code trigger}, {@code queue}, {@code
 * delivery}, {@code strategy}, {@code rollout}. {@code why} puts what is so into words.
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
