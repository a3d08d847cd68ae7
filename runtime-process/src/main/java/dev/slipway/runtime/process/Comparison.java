package dev.slipway.runtime.process;

import dev.slipway.model.Reason;
import dev.slipway.model.ServiceName;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what was started with what is assigned. Stateless. */
final class Comparison {

  private Comparison() {}

  static Difference of(
      Assignment assignment, List<Instance> instances, String machine, Rounds rounds) {
    List<Reason> reasons = new ArrayList<>();
    for (Assignment.Share share : assignment.shares()) {
      reason(share, instance(instances, share.service()), machine, rounds).ifPresent(reasons::add);
    }
    for (Instance instance : instances) {
      if (!isAssigned(assignment, instance.service()) && instance.isAlive(machine)) {
        reasons.add(new Reason("process-extra", instance.service() + " runs, and should not."));
      }
    }
    return new Difference(reasons);
  }

  static boolean isAssigned(Assignment assignment, ServiceName service) {
    return assignment.shares().stream().anyMatch(share -> share.service().equals(service));
  }

  static Optional<Instance> instance(List<Instance> instances, ServiceName service) {
    return instances.stream().filter(one -> one.service().equals(service)).findFirst();
  }

  private static Optional<Reason> reason(
      Assignment.Share share, Optional<Instance> instance, String machine, Rounds rounds) {
    if (instance.isEmpty() || !instance.get().isAlive(machine)) {
      return Optional.of(
          new Reason("process-gone", share.service() + " should run, and its process is gone."));
    }
    if (!instance.get().release().equals(share.digest())) {
      return Optional.of(
          new Reason("process-other-release", share.service() + " runs another release."));
    }
    return instance.get().healthy()
        ? rounds.unwell(instance.get())
        : Optional.of(
            new Reason("process-not-healthy", share.service() + " never became healthy."));
  }
}
