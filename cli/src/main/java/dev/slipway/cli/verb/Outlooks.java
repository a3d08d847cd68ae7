package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.Exit;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.cli.show.Visible;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a commit would come to, as text: one paragraph for each environment. */
final class Outlooks {

  private Outlooks() {}

  static String text(String application, JsonNode preview, boolean colours) {
    return each(preview, stop -> stop(application, stop, colours)) + warnings(preview);
  }

  /** The same of a deploy: by environment, the commits that come and go. */
  static String brought(String application, JsonNode preview, Instant now, boolean colours) {
    return each(
            preview,
            stop ->
                stop.has("refused")
                    ? refused(at(application, stop), stop)
                    : Differences.preview(at(application, stop), stop, now, colours))
        + warnings(preview);
  }

  private static String warnings(JsonNode preview) {
    return Fields.items(preview, "warnings").stream()
        .map(one -> line("! " + one.path("sentence").asText()))
        .collect(Collectors.joining());
  }

  private static String each(JsonNode preview, Function<JsonNode, String> paragraph) {
    List<JsonNode> stops = Fields.items(preview, "items");
    return stops.isEmpty()
        ? "Its route has no environment that you may see.\n"
        : stops.stream().map(paragraph).collect(Collectors.joining("\n"));
  }

  /** Whether all of them would take it. */
  static Exit exit(JsonNode preview) {
    return Fields.items(preview, "items").stream().anyMatch(stop -> stop.has("refused"))
        ? Exit.OTHER
        : Exit.CONVERGED;
  }

  private static String at(String application, JsonNode stop) {
    return application + "/" + Fields.text(stop, "environment");
  }

  private static String stop(String application, JsonNode stop, boolean colours) {
    String at = at(application, stop);
    if (stop.has("refused")) {
      return refused(at, stop);
    }
    StringBuilder text = new StringBuilder(line(going(at, stop)));
    if (stop.has("behind")) {
      text.append(line("  " + Fields.sentence(stop, "behind")));
    }
    Fields.items(stop, "destroys")
        .forEach(
            one -> text.append(line("  Cannot be had back: " + one.path("sentence").asText())));
    text.append(services(stop, colours)).append(guardrails(stop, colours));
    return text.toString();
  }

  private static String refused(String at, JsonNode stop) {
    StringBuilder text =
        new StringBuilder(
            line("%s would not take it: %s".formatted(at, Fields.sentence(stop, "refused"))));
    Fields.items(stop, "further")
        .forEach(one -> text.append(line("  Nor for this: " + one.path("sentence").asText())));
    int more = stop.path("more").asInt();
    if (more > 0) {
      text.append(line("  Nor for %s more.".formatted(more == 1 ? "one" : String.valueOf(more))));
    }
    return text.toString();
  }

  private static String going(String at, JsonNode stop) {
    String to =
        Fields.sha(stop, "to.sha")
            + Fields.found(stop, "to.ref").map(ref -> ", which is " + ref).orElse("");
    String targets = Fields.joined(stop, "targets", ", ");
    String where = targets.isEmpty() ? "at no target yet" : "at " + targets;
    return stop.has("from")
        ? "%s would go from #%s (%s) to %s, %s."
            .formatted(
                at, Fields.text(stop, "from.number"), Fields.sha(stop, "from.sha"), to, where)
        : "%s would get %s, the first one there, %s.".formatted(at, to, where);
  }

  private static String services(JsonNode stop, boolean colours) {
    if (Fields.items(stop, "services").isEmpty()) {
      return "  Every service stays as it is.\n";
    }
    Table table = new Table("SERVICE", "", "FIELD", "BEFORE", "AFTER");
    for (JsonNode service : Fields.items(stop, "services")) {
      Differences.rows(table, service);
    }
    return indented(table.render(colours));
  }

  private static String guardrails(JsonNode stop, boolean colours) {
    List<JsonNode> said = Fields.items(stop, "guardrails");
    if (said.isEmpty()) {
      return "";
    }
    Table table = new Table("GUARDRAIL", "SAYS", "BECAUSE");
    for (JsonNode one : said) {
      table.row(
          Fields.text(one, "name"), Fields.text(one, "verdict"), Fields.sentence(one, "because"));
    }
    return indented(table.render(colours));
  }

  private static String indented(String table) {
    return table.lines().map(row -> "  " + row + "\n").collect(Collectors.joining());
  }

  private static String line(String sentence) {
    return Visible.of(sentence) + "\n";
  }
}
