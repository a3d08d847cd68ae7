package dev.slipway.wire;

import java.util.Optional;

/**
 * What runs of one application in one environment.
 *
 * @param health the worst of its instances
 * @param drifted whether a target differs from its order
 * @param queued how many shipments wait
 * @param paused while nothing new starts here
 * @param asksToConfirm whoever deploys or rolls back here by hand names the environment once more
 * @param leftOver its application was removed, and what was in force then runs on
 * @param lastFailure of the newest delivery that failed, if it came after the one in force
 * @param external what other tools brought
 */
public record Placement(
    String application,
    String environment,
    Optional<InForce> inForce,
    Health health,
    boolean drifted,
    Optional<ActiveRollout> active,
    int queued,
    boolean asksToConfirm,
    boolean leftOver,
    Optional<Paused> paused,
    Optional<LastFailure> lastFailure,
    Optional<ExternalStanding> external) {}
