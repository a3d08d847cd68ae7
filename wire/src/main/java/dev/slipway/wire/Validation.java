package dev.slipway.wire;

import java.util.List;

/** What was found in documents. */
public record Validation(
    boolean valid, List<DocumentSummary> documents, List<DocumentProblem> problems) {
  public Validation {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
  }
}
