package dev.slipway.http.show;

import dev.slipway.model.state.DesiredJob;
import dev.slipway.views.row.DeliveryRow;
import dev.slipway.views.row.JobRow;
import dev.slipway.wire.Job;
import dev.slipway.wire.JobState;
import dev.slipway.wire.JobTime;
import java.util.List;

/** The jobs of a delivery, as the API shows them. */
final class Jobs {

  private Jobs() {}

  static List<Job> of(DeliveryRow row) {
    return row.jobs().stream().map(job -> job(job, words(row, job))).toList();
  }

  private static Job job(JobRow row, List<String> words) {
    return new Job(
        row.name().value(),
        row.version().value(),
        JobTime.valueOf(row.time().name()),
        row.irreversible(),
        row.compatible(),
        words,
        JobState.valueOf(row.state().name()),
        row.target().map(it -> it.value()),
        Shown.reason(row.because()),
        row.since());
  }

  private static List<String> words(DeliveryRow row, JobRow of) {
    return row.delivery().state().jobs().stream()
        .flatMap(List::stream)
        .filter(job -> job.name().equals(of.name()))
        .map(DesiredJob::release)
        .flatMap(release -> Definitions.words(release.workload()).stream())
        .toList();
  }
}
