package dev.slipway.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A revision of an overlay.
 *
 * @param revision its number, from 1
 * @param current whether it is the one that counts
 * @param restores the number of the earlier revision that it is again, where somebody went back
 * @param reach what it is for
 * @param campaign how fast a change of it is sent by itself; absent when nothing is
 * @param idle why it is for nothing that there is now
 * @param by whose word it was
 */
public record Overlay(
    String name,
    String owner,
    int revision,
    boolean current,
    Optional<Integer> restores,
    OverlayReach reach,
    List<OverlayLine> lines,
    Optional<CampaignPace> campaign,
    Optional<Reason> idle,
    Origin origin,
    Actor by,
    Instant at,
    long position) {
  public Overlay {
    lines = List.copyOf(lines);
  }
}
