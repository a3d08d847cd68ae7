package dev.slipway.simulator.laws;

import dev.slipway.model.entry.Recorded;
import java.util.List;

/**
 * Who wrote what.
 *
 * @param format the one that the version writes
 */
public record Authored(int format, List<Recorded> entries) {}
