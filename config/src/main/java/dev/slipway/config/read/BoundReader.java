package dev.slipway.config.read;

import dev.slipway.config.schema.Formats;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.layer.Bound;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.model.layer.SettingValue.Amount;
import dev.slipway.model.layer.SettingValue.Time;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what values may be. */
final class BoundReader {

  private final Problems problems;
  private final Durations durations;

  BoundReader(Problems problems) {
    this.problems = problems;
    this.durations = new Durations(problems);
  }

  /** By name. */
  List<Bound> read(Node.Fields limit) {
    return limit.fields().stream()
        .flatMap(this::bounds)
        .sorted(Comparator.comparing(Bound::name))
        .toList();
  }

  private Stream<Bound> bounds(Node.Field field) {
    return switch (field.name()) {
      case "strategy" -> Stream.of(words(SettingName.STRATEGY, field));
      case "variables" -> inner(field).map(one -> words(SettingName.variable(one.name()), one));
      case "limits" ->
          inner(field).flatMap(one -> range(new SettingName("limits." + one.name()), one));
      case "total" -> inner(field).flatMap(BoundReader::total);
      default -> range(new SettingName(field.name()), field);
    };
  }

  private static Bound words(SettingName name, Node.Field field) {
    List<String> words =
        field.value() instanceof Node.Items(List<Node> items, var _)
            ? items.stream()
                .filter(Node.Text.class::isInstance)
                .map(item -> ((Node.Text) item).value())
                .distinct()
                .toList()
            : List.of();
    return new Bound.OneOf(name, words, field.place().line());
  }

  private Stream<Bound> range(SettingName name, Node.Field field) {
    if (!(field.value() instanceof Node.Fields range)) {
      return Stream.empty();
    }
    Optional<SettingValue> least = value(name, range, "min");
    Optional<SettingValue> most = value(name, range, "max");
    if (range.fields().isEmpty()) {
      problems.add(field.place(), "empty", "A range needs 'min', 'max' or both.");
    } else if (least.isPresent() && most.isPresent() && number(least) > number(most)) {
      problems.add(
          field.place(), "range-upside-down", "'min' is more than 'max'; nothing could be so.");
    }
    return Stream.of(new Bound.Range(name, least, most, field.place().line()));
  }

  private Optional<SettingValue> value(SettingName name, Node.Fields range, String key) {
    if (name.equals(SettingName.MEMORY)) {
      return range
          .text(key)
          .flatMap(ServingReader::mebibytes)
          .map(size -> new Amount(size.longValue()));
    }
    boolean time = name.equals(SettingName.TIMEOUT) || name.equals(SettingName.NO_OUTPUT_TIMEOUT);
    return time
        ? durations.find(range, key).map(Time::new)
        : range
            .text(key)
            .map(Node.Text::value)
            .filter(Formats.COUNT::admits)
            .map(number -> new Amount(Long.parseLong(number)));
  }

  private static long number(Optional<SettingValue> value) {
    return switch (value.orElseThrow()) {
      case Amount(long number) -> number;
      case Time(var span) -> span.toMillis();
      case SettingValue.Wording _, SettingValue.Way _, SettingValue.Secret _ -> 0;
    };
  }

  private static Stream<Bound> total(Node.Field field) {
    return field.value() instanceof Node.Text text && Formats.COUNT.admits(text.value())
        ? Stream.of(
            new Bound.Total(
                SettingName.REPLICAS, Long.parseLong(text.value()), field.place().line()))
        : Stream.empty();
  }

  private static Stream<Node.Field> inner(Node.Field field) {
    return field.value() instanceof Node.Fields fields ? fields.fields().stream() : Stream.empty();
  }
}
