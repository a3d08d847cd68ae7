package dev.slipway.bench.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Results as programs and as people read them. Stateless. */
public final class Report {

  private static final String ROW = "%-5s %-4s %9s %9s %9s %9s %7s %8s %7s%n";

  private Report() {}

  /** An array with an object per result; what was not measured is left out. */
  public static String json(List<Result> results) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    results.forEach(result -> array.add(object(result)));
    return array.toString();
  }

  private static ObjectNode object(Result result) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("goal", result.goal()).put("met", result.met());
    result
        .latency()
        .ifPresent(samples -> {
          object.put("rounds", samples.count());
          put(object, "p50_ms", OptionalDouble.of(samples.p50()));
          put(object, "p95_ms", OptionalDouble.of(samples.percentile(95)));
          put(object, "p99_ms", OptionalDouble.of(samples.percentile(99)));
        });
    put(object, "floor_ms", result.floor());
    put(object, "ratio", result.ratio());
    put(object, "cpu_ms", result.cpu());
    put(object, "fsyncs", result.fsyncs());
    ArrayNode remarks = object.putArray("remarks");
    result.remarks().forEach(remarks::add);
    return object;
  }

  private static void put(ObjectNode object, String name, OptionalDouble value) {
    value.ifPresent(number -> object.put(name, Math.round(number * 1000) / 1000.0));
  }

  /** A line per result, remarks below. */
  public static String table(List<Result> results) {
    StringBuilder table = new StringBuilder();
    table.append(
        ROW.formatted(
            "goal", "met", "p50 ms", "p95 ms", "p99 ms", "floor ms", "ratio", "cpu ms", "fsyncs"));
    for (Result result : results) {
      table.append(
          ROW.formatted(
              result.goal(),
              result.met() ? "yes" : "no",
              percentile(result, 50),
              percentile(result, 95),
              percentile(result, 99),
              text(result.floor()),
              text(result.ratio()),
              text(result.cpu()),
              text(result.fsyncs())));
      result.remarks().forEach(remark -> table.append("      ").append(remark).append('\n'));
    }
    return table.toString();
  }

  private static String percentile(Result result, int percent) {
    return result
        .latency()
        .map(samples -> text(OptionalDouble.of(samples.percentile(percent))))
        .orElse("");
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "";
  }
}
