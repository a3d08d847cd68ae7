package dev.slipway.model.definition;

import java.util.List;

/** What a service is at run time. The kind decides which runtime adapter takes it. */
public sealed interface Workload {

  /** Commands and programs, in words; see {@link Template}. */
  List<Template> words();

  /** A long-running process that is started, probed, healed and stopped (OBSERVABLE). */
  record Run(List<Template> words) implements Workload {
    public Run {
      words = List.copyOf(words);
    }
  }

  /**
   * A command whose exit code is the outcome (RECORDED): it is run once per order, and never again
   * on a guess.
   *
   * @param idempotent whether it may be run again when its outcome is not known
   */
  record Command(List<Template> words, boolean idempotent) implements Workload {
    public Command {
      words = List.copyOf(words);
    }
  }

  /**
   * Whatever two programs of the release look at and change (OBSERVABLE).
   *
   * @param fetch says whether all is as it should be, and changes nothing
   * @param apply makes it so, or takes it away again
   */
  record External(List<Template> fetch, List<Template> apply) implements Workload {
    public External {
      fetch = List.copyOf(fetch);
      apply = List.copyOf(apply);
    }

    @Override
    public List<Template> words() {
      return apply;
    }
  }
}
