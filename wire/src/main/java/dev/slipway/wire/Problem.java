package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/**
 * Problem details (RFC 9457).
 *
 * @param type A URI that names the kind of problem
 * @param code stable; the table is in docs/api.md
 * @param correlation also in the server's log
 * @param position the ledger position of what was refused
 * @param problems what is wrong with documents or fields; empty where it does not apply
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    String correlation,
    Optional<Long> position,
    List<DocumentProblem> problems) {
  public Problem {
    problems = List.copyOf(problems);
  }
}
