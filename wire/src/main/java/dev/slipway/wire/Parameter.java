package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/**
 * A value that deliveries of an application are given.
 *
 * @param type string, integer, boolean, image, commit or secret
 * @param fallback what it is when it is not given; absent when it has to be
 * @param choices all that a string may be; anything when there are none
 * @param min the least that an integer may be
 * @param max the most that an integer may be
 */
public record Parameter(
    String name,
    String type,
    Optional<String> fallback,
    List<String> choices,
    Optional<Integer> min,
    Optional<Integer> max) {
  public Parameter {
    choices = List.copyOf(choices);
  }
}
