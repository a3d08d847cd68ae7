package dev.slipway.wire;

import java.util.List;

/**
 * An event and what followed.
 *
 * @param timeline everything that it caused, oldest first; at most 500
 */
public record EventDetail(Event event, List<Evaluation> evaluations, List<Entry> timeline) {
  public EventDetail {
    evaluations = List.copyOf(evaluations);
    timeline = List.copyOf(timeline);
  }
}
