package dev.slipway.runtime.process;

import dev.slipway.model.Reason;
import dev.slipway.model.ServiceName;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Assignment.Share;
import dev.slipway.runtime.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares what was started with what is assigned.
 *
 * @param isAlive whether a process lives
 * @param unwell why a live process is not taken to be healthy any more
 */
record Comparison(
    Assignment assignment,
    List<Instance> instances,
    Predicate<Instance> isAlive,
    Function<Instance, Optional<Reason>> unwell) {

  /** What a service is to be. */
  static List<Share> of(Assignment assignment, ServiceName service) {
    return assignment.shares().stream().filter(share -> share.service().equals(service)).toList();
  }

  Difference difference() {
    List<Reason> reasons = new ArrayList<>();
    Set<ServiceName> services =
        instances.stream().map(Instance::service).collect(Collectors.toCollection(TreeSet::new));
    assignment.shares().forEach(share -> services.add(share.service()));
    services.forEach(service -> compare(service, reasons));
    return new Difference(reasons);
  }

  private void compare(ServiceName service, List<Reason> reasons) {
    List<Share> shares = of(assignment, service);
    Fit fit =
        Fit.of(
            shares,
            instances.stream().filter(one -> one.service().equals(service)).toList(),
            isAlive);
    for (Share share : shares) {
      fit.of(share).stream().flatMap(one -> unwell.apply(one).stream()).forEach(reasons::add);
      if (fit.missing(share) > 0) {
        reasons.add(new Reason("process-gone", service + " should run, and its process is gone."));
      }
      if (fit.of(share).stream().anyMatch(one -> !one.healthy())) {
        reasons.add(new Reason("process-not-healthy", service + " never became healthy."));
      }
    }
    if (fit.rest().stream().anyMatch(isAlive)) {
      reasons.add(
          shares.isEmpty()
              ? new Reason("process-extra", service + " runs, and should not.")
              : new Reason("process-other-release", service + " runs another release."));
    }
  }
}
