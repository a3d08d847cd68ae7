package dev.slipway.config.foreign;

import dev.slipway.config.Problem;
import java.util.List;

/** What became of another system's files. */
public sealed interface Imported {

  /**
   * At least one application was understood.
   *
   * @param findings everything that the files say, in their order, and what became of it
   * @param yaml valid documents of ours, separated by {@code ---}
   */
  record Understood(List<Finding> findings, String yaml) implements Imported {
    public Understood {
      findings = List.copyOf(findings);
    }
  }

  /** No document can be made of them; 1 to 20 reasons in the order of the file. */
  record Refused(List<Problem> problems) implements Imported {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
