package dev.slipway.app.verb;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.cli.show.Visible;
import dev.slipway.registry.Blobs;
import dev.slipway.registry.rebase.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of a rebase, for people and for programs. Stateless. */
final class RebaseReport {

  private RebaseReport() {}

  static String text(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add(first(report));
    lines.add("Base:   " + report.base() + before(report));
    lines.add(
        "Layers: %d of its own are as they were; %d of the base%s"
            .formatted(report.layersKept(), report.baseLayers(), ways(report)));
    report.changes().source().ifPresent(link -> lines.add("Source: as it was, " + link));
    report.changes().base().ifPresent(link -> lines.add("New in the base: " + link));
    return lines.stream().map(Visible::of).collect(Collectors.joining("\n"));
  }

  private static String first(Report report) {
    return switch (report.outcome()) {
      case WRITTEN -> "Rebased " + report.result();
      case WOULD_WRITE -> "Nothing is written; it would be " + report.result();
      case UP_TO_DATE -> "Nothing to do: it is on this base already, " + report.result();
    };
  }

  private static String before(Report report) {
    return report
        .baseBefore()
        .map(it ->
            ", before "
                + it
                + (report.compared() ? "" : " (which could not be read, and was not compared)"))
        .orElse("; it did not say on which one it stood");
  }

  private static String ways(Report report) {
    String ways =
        Stream.of(Blobs.Way.values())
            .filter(report.ways()::containsKey)
            .map(way -> report.ways().get(way) + " " + word(way))
            .collect(Collectors.joining(", "));
    return ways.isEmpty() ? "" : ": " + ways;
  }

  private static String word(Blobs.Way way) {
    return switch (way) {
      case PRESENT -> "were there";
      case MOUNTED -> "mounted";
      case COPIED -> "copied";
    };
  }

  static String json(Report report) {
    ObjectNode json = JsonMapper.builder().build().createObjectNode();
    json.put("outcome", report.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.put("image", report.image().toString());
    json.put("result", report.result().toString());
    json.put("digest", report.result().digest().orElseThrow().value());
    json.put("base", report.base().toString());
    report.baseBefore().ifPresent(it -> json.put("baseBefore", it));
    json.put("baseCompared", report.compared());
    json.put("layersKept", report.layersKept());
    json.put("baseLayers", report.baseLayers());
    for (Blobs.Way way : Blobs.Way.values()) {
      json.put(way.name().toLowerCase(Locale.ROOT), report.ways().getOrDefault(way, 0));
    }
    report.changes().source().ifPresent(it -> json.put("source", it));
    report.changes().base().ifPresent(it -> json.put("newInBase", it));
    return json.toString();
  }
}
