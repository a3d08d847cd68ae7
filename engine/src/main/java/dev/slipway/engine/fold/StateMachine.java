package dev.slipway.engine.fold;

import java.util.List;
import java.util.Optional;

/**
 * A state machine as a table. What the table does not list does not happen: the fold leaves the
 * state as it is, and a test fails when the engine writes such an entry.
 *
 * @param <S> the states
 * @param <N> the news that move from one to another
 */
public record StateMachine<S, N>(List<Row<S, N>> rows) {

  /** From one state, on some news, to another. */
  public record Row<S, N>(S from, N on, S to) {}

  public StateMachine {
    rows = List.copyOf(rows);
  }

  /** Where the news lead; empty when the table does not list them for this state. */
  public Optional<S> next(S from, N on) {
    return rows.stream()
        .filter(row -> row.from().equals(from) && row.on().equals(on))
        .map(Row::to)
        .findFirst();
  }

  /** Whether no row leaves the state. */
  public boolean isTerminal(S state) {
    return rows.stream().noneMatch(row -> row.from().equals(state));
  }
}
