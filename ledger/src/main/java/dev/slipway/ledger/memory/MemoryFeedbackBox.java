package dev.slipway.ledger.memory;

import dev.slipway.ledger.FeedbackBox;
import dev.slipway.model.Feedback;
import dev.slipway.model.Organisation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Feedback in lists. Thread-safe. */
final class MemoryFeedbackBox implements FeedbackBox {

  private final Map<Organisation, List<Kept>> boxes = new HashMap<>();
  private long last;

  @Override
  public synchronized Feedback keep(Organisation organisation, Feedback feedback, int atMost) {
    List<Kept> box = boxes.computeIfAbsent(organisation, any -> new ArrayList<>());
    for (Kept kept : box) {
      if (kept.feedback().id().equals(feedback.id())) {
        return kept.feedback();
      }
    }
    last++;
    box.add(new Kept(last, feedback));
    box.subList(0, Math.max(0, box.size() - atMost)).clear();
    return feedback;
  }

  @Override
  public synchronized List<Kept> newest(
      Organisation organisation, Optional<Long> before, int limit) {
    return boxes.getOrDefault(organisation, List.of()).reversed().stream()
        .filter(kept -> before.isEmpty() || kept.number() < before.get())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized long count(Organisation organisation) {
    return boxes.getOrDefault(organisation, List.of()).size();
  }

  @Override
  public synchronized boolean remove(Organisation organisation, String id) {
    return boxes
        .getOrDefault(organisation, new ArrayList<>())
        .removeIf(kept -> kept.feedback().id().equals(id));
  }
}
