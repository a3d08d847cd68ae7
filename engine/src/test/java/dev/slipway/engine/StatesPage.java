package dev.slipway.engine;

import dev.slipway.engine.fold.JobStage;
import dev.slipway.engine.fold.MemberStage;
import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.fold.ShipmentStage;
import dev.slipway.engine.fold.StateMachine;
import dev.slipway.engine.fold.StateMachine.Row;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes {@code docs/states.md} from the tables of the state machines. */
final class StatesPage {

  private static final String HEAD =
      """
      # States

      How shipments, rollouts, their members and jobs go from state to state. Made from the tables in the engine by `StatesPageTest`; do not
      edit. What an arrow does not show does not happen: the fold leaves the state as it is, and a test fails where the engine writes such
      an entry (law 18 of [the laws](laws.md)). Every arrow has a story in `Scenarios` in which it happens.
      """;

  private StatesPage() {}

  static String text() {
    return HEAD
        + section(
            "Shipment",
            "Where one shipment stands in one environment. Arrows are entries of the ledger.",
            ShipmentStage.TABLE,
            ShipmentStage.ELSEWHERE)
        + section(
            "Rollout",
            "From the moment that its delivery is made. Arrows are entries of the ledger.",
            RolloutPhase.TABLE,
            RolloutPhase.WAITING)
        + section(
            "Member",
            "One target of a rollout. Arrows are what is heard of it.",
            MemberStage.TABLE,
            MemberStage.UNORDERED)
        + section(
            "Job",
            "One version of a job in one environment. Arrows are what is heard of it, and that its end is written down.",
            JobStage.TABLE,
            JobStage.DUE);
  }

  private static <S, N> String section(
      String name, String about, StateMachine<S, N> table, S first) {
    Map<Way<S>, String> ways =
        table.rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> new Way<>(row.from(), row.to()),
                    LinkedHashMap::new,
                    Collectors.mapping(StatesPage::news, Collectors.joining(", "))));
    String arrows =
        ways.entrySet().stream()
            .map(way ->
                "  %s --> %s: %s\n"
                    .formatted(word(way.getKey().from()), word(way.getKey().to()), way.getValue()))
            .collect(Collectors.joining());
    String ends =
        table.rows().stream()
            .map(Row::to)
            .distinct()
            .filter(table::isTerminal)
            .map(end -> "  %s --> [*]\n".formatted(word(end)))
            .collect(Collectors.joining());
    return "\n## %s\n\n%s\n\n```mermaid\nstateDiagram-v2\n  [*] --> %s\n%s%s```\n"
        .formatted(name, about, word(first), arrows, ends);
  }

  private record Way<S>(S from, S to) {}

  private static String news(Row<?, ?> row) {
    return row.on() instanceof Class<?> entry ? entry.getSimpleName() : word(row.on());
  }

  private static String word(Object name) {
    return name.toString().toLowerCase(Locale.ROOT);
  }
}
