package dev.slipway.agent;

import dev.slipway.agent.mask.Masks;
import dev.slipway.model.Reason;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Hides in what is reported, and in what is noted of it, what must not leave the target. */
record Discreet(Masks masks) {

  Report report(Report report) {
    return switch (report) {
      case Report.Ended ended ->
          new Report.Ended(ended.slot(), ended.fence(), outcome(ended.outcome()));
      case Report.Observed seen ->
          new Report.Observed(
              seen.slot(),
              seen.fence(),
              instances(seen.instances()),
              seen.drifted(),
              reason(seen.because()));
      case Report.Refused refused ->
          new Report.Refused(refused.slot(), refused.fence(), reason(refused.because()));
    };
  }

  Outcome outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Converged converged -> new Outcome.Converged(instances(converged.instances()));
      case Outcome.Failed failed -> new Outcome.Failed(reason(failed.because()));
      case Outcome.Unknown unknown -> new Outcome.Unknown(reason(unknown.because()));
    };
  }

  private Reason reason(Reason reason) {
    return new Reason(reason.code(), masks.hide(reason.sentence()));
  }

  private List<ObservedInstance> instances(List<ObservedInstance> instances) {
    return instances.stream().map(this::instance).toList();
  }

  private ObservedInstance instance(ObservedInstance seen) {
    SortedMap<String, String> details = new TreeMap<>();
    seen.details().forEach((name, value) -> details.put(name, masks.hide(value)));
    return new ObservedInstance(
        seen.service(), seen.instance(), seen.release(), seen.health(), details);
  }
}
