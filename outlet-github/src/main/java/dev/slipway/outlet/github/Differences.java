package dev.slipway.outlet.github;

import dev.slipway.outlet.Foretold.Field;
import dev.slipway.outlet.Foretold.How;
import dev.slipway.outlet.Foretold.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Services that would differ, field by field, as lines of a list. Stateless. */
final class Differences {

  private static final int NAME_MAX = 200;
  private static final int VALUE_MAX = 200;
  private static final int SERVICES_MAX = 100;
  private static final int FIELDS_MAX = 50;

  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final int DIGEST_SHOWN = "sha256:".length() + 12;

  private Differences() {}

  static List<String> of(List<Service> services) {
    List<String> lines = new ArrayList<>();
    services.stream().limit(SERVICES_MAX).forEach(service -> service(service, lines));
    more(services.size() - SERVICES_MAX, "services", "- ", lines);
    return lines;
  }

  private static void service(Service service, List<String> lines) {
    lines.add(
        "- service %s: %s"
            .formatted(
                Code.of(service.name().value(), NAME_MAX), PullRequestComment.word(service.how())));
    if (service.how() == How.REMOVED) {
      return;
    }
    service.fields().stream()
        .limit(FIELDS_MAX)
        .forEach(field -> lines.add("  - " + Code.of(field.name(), NAME_MAX) + ": " + said(field)));
    more(service.fields().size() - FIELDS_MAX, "fields", "  - ", lines);
  }

  private static void more(int count, String of, String before, List<String> lines) {
    if (count > 0) {
      lines.add("%sand %d more %s".formatted(before, count, of));
    }
  }

  /** Of what must not be told there is only that it would be another. */
  private static String said(Field field) {
    Optional<String> from = field.from().map(Differences::value);
    Optional<String> to = field.to().map(Differences::value);
    return switch (field.how()) {
      case ADDED -> to.map(it -> it + " (new)").orElse("set");
      case REMOVED -> from.map(it -> it + " (no more)").orElse("set no more");
      case CHANGED ->
          from.isPresent() && to.isPresent()
              ? from.orElseThrow() + " → " + to.orElseThrow()
              : "another value";
    };
  }

  private static String value(String text) {
    return Code.of(
        DIGEST.matcher(text).matches() ? text.substring(0, DIGEST_SHOWN) + "…" : text, VALUE_MAX);
  }
}
