package dev.slipway.runtime.process;

import dev.slipway.model.state.DesiredRelease.Part;
import dev.slipway.runtime.Assignment.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which processes of a service serve which of its shares.
 *
 * @param kept live and well ones for each share; as many as are wanted, or all where they drain
 * @param rest all others, dead ones among them
 */
record Fit(Map<Share, List<Instance>> kept, List<Instance> rest) {

  /**
   * Fits what there is to what is wanted; those found healthy before are preferred.
   *
   * @param isFit whether an instance lives and is not found unwell
   */
  static Fit of(List<Share> shares, List<Instance> instances, Predicate<Instance> isFit) {
    Map<Share, List<Instance>> kept = new LinkedHashMap<>();
    List<Instance> rest = new ArrayList<>(instances);
    for (Share share : shares) {
      boolean all = share.standing().part() == Part.DRAINING;
      List<Instance> chosen =
          instances.stream()
              .filter(one -> one.release().equals(share.digest()) && isFit.test(one))
              .sorted(Comparator.comparing((Instance one) -> !one.healthy()))
              .limit(all ? Integer.MAX_VALUE : share.standing().replicas())
              .toList();
      kept.put(share, chosen);
      rest.removeAll(chosen);
    }
    return new Fit(kept, List.copyOf(rest));
  }

  List<Instance> of(Share share) {
    return kept.getOrDefault(share, List.of());
  }

  /** Those of the shares that have traffic. */
  List<Instance> active() {
    return kept.entrySet().stream()
        .filter(share -> share.getKey().standing().part() == Part.ACTIVE)
        .flatMap(share -> share.getValue().stream())
        .toList();
  }

  /** How many instances of a share have to be started. */
  int missing(Share share) {
    return share.standing().part() == Part.DRAINING
        ? 0
        : Math.max(share.standing().replicas() - of(share).size(), 0);
  }
}
