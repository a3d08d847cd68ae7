package dev.slipway.wire;

import java.util.Optional;

/**
 * A policy that has to hold of an application in an environment.
 *
 * @param policy such as `policy/no-debug`
 * @param revision the number of its revision, from 1
 * @param owner who answers for it
 * @param refused why it does not hold of what is told; absent when it does
 */
public record BindingPolicy(String policy, int revision, String owner, Optional<Reason> refused) {}
