package dev.slipway.wire;

import java.util.Optional;

/**
 * What other tools brought to a placement.
 *
 * @param last what ended last, however it did
 * @param succeeded what succeeded last
 */
public record ExternalStanding(ExternalDeployment last, Optional<ExternalDeployment> succeeded) {}
