package dev.slipway.expr;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All that conditions may name, with its type. There is nothing else: no clock, no file, no
 * network, and no value of a secret.
 *
 * <pre>
 *   application, environment   text
 *   labels                     of the environment, by name
 *   service                    name, kind, replicas, strategy, port, traffic, health, limits,
 *                              variables, secrets, timeout, no_output_timeout, after
 *   jobs                       each with name, when, irreversible, variables, secrets, timeout,
 *                              no_output_timeout
 * </pre>
 */
final class Vocabulary implements CelTypeProvider {

  private static final CelType TEXTS = MapType.create(SimpleType.STRING, SimpleType.STRING);

  // No name here can be written in a condition, so that none can be made in one.
  private static final StructType LIMITS =
      struct(
          "limits of a service",
          Map.of(
              "memory", SimpleType.INT,
              "open_files", SimpleType.INT,
              "processes", SimpleType.INT));
  private static final StructType SECRET =
      struct(
          "secret's place",
          Map.of(
              "from", SimpleType.STRING,
              "name", SimpleType.STRING,
              "version", SimpleType.INT));
  private static final CelType SECRETS = MapType.create(SimpleType.STRING, SECRET);
  private static final StructType HEALTH =
      struct("health check", Map.of("path", SimpleType.STRING, "within", SimpleType.DURATION));
  private static final StructType SERVICE =
      struct(
          "one service",
          Map.ofEntries(
              Map.entry("name", SimpleType.STRING),
              Map.entry("kind", SimpleType.STRING),
              Map.entry("replicas", SimpleType.INT),
              Map.entry("strategy", SimpleType.STRING),
              Map.entry("port", SimpleType.INT),
              Map.entry("traffic", SimpleType.STRING),
              Map.entry("health", HEALTH),
              Map.entry("limits", LIMITS),
              Map.entry("variables", TEXTS),
              Map.entry("secrets", SECRETS),
              Map.entry("timeout", SimpleType.DURATION),
              Map.entry("no_output_timeout", SimpleType.DURATION),
              Map.entry("after", ListType.create(SimpleType.STRING))));
  private static final StructType JOB =
      struct(
          "one job",
          Map.of(
              "name", SimpleType.STRING,
              "when", SimpleType.STRING,
              "irreversible", SimpleType.BOOL,
              "variables", TEXTS,
              "secrets", SECRETS,
              "timeout", SimpleType.DURATION,
              "no_output_timeout", SimpleType.DURATION));

  private static final ImmutableList<StructType> STRUCTS =
      ImmutableList.of(SERVICE, JOB, LIMITS, HEALTH, SECRET);

  /** The names that a condition begins with. */
  static final Map<String, CelType> VARIABLES =
      Map.of(
          "application",
          SimpleType.STRING,
          "environment",
          SimpleType.STRING,
          "labels",
          TEXTS,
          "service",
          SERVICE,
          "jobs",
          ListType.create(JOB));

  /** The names that stand after a dot. */
  static SortedSet<String> fields() {
    SortedSet<String> all = new TreeSet<>();
    STRUCTS.forEach(struct -> all.addAll(struct.fieldNames()));
    return all;
  }

  private static StructType struct(String name, Map<String, CelType> fields) {
    ImmutableMap<String, CelType> known = ImmutableMap.copyOf(fields);
    return StructType.create(name, known.keySet(), field -> Optional.ofNullable(known.get(field)));
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableList.copyOf(STRUCTS);
  }

  @Override
  public Optional<CelType> findType(String name) {
    return STRUCTS.stream()
        .filter(struct -> struct.name().equals(name))
        .findFirst()
        .map(CelType.class::cast);
  }
}
