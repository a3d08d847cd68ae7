package dev.slipway.views.difference;

import dev.slipway.model.ServiceName;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.DesiredState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one desired state has other than another one: service by service, field by field. */
public final class StateDifference {

  private StateDifference() {}

  /** The services that differ, by name; every service where there was nothing before. */
  public static List<ServiceDifference> between(Optional<DesiredState> from, DesiredState to) {
    Map<ServiceName, Map<String, Field>> before =
        from.map(StateDifference::read).orElseGet(Map::of);
    Map<ServiceName, Map<String, Field>> after = read(to);
    return names(before, after)
        .flatMap(name -> service(name, found(before, name), found(after, name)).stream())
        .toList();
  }

  private static Map<ServiceName, Map<String, Field>> read(DesiredState state) {
    return state.services().stream()
        .collect(Collectors.toMap(DesiredService::name, ServiceFields::of));
  }

  private static Optional<ServiceDifference> service(
      ServiceName name, Optional<Map<String, Field>> was, Optional<Map<String, Field>> is) {
    return Differs.of(was, is)
        .map(how ->
            new ServiceDifference(
                name, how, fields(was.orElseGet(Map::of), is.orElseGet(Map::of))));
  }

  private static List<FieldDifference> fields(Map<String, Field> was, Map<String, Field> is) {
    return names(was, is)
        .flatMap(name -> field(name, found(was, name), found(is, name)).stream())
        .toList();
  }

  private static Optional<FieldDifference> field(
      String name, Optional<Field> was, Optional<Field> is) {
    return Differs.of(was, is)
        .map(how ->
            new FieldDifference(name, how, was.flatMap(Field::told), is.flatMap(Field::told)));
  }

  private static <K extends Comparable<K>> Stream<K> names(Map<K, ?> was, Map<K, ?> is) {
    return Stream.concat(was.keySet().stream(), is.keySet().stream()).distinct().sorted();
  }

  private static <K, V> Optional<V> found(Map<K, V> map, K key) {
    return Optional.ofNullable(map.get(key));
  }
}
