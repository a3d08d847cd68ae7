package dev.slipway.config.foreign;

import dev.slipway.config.Compiled;
import dev.slipway.config.Documents;
import dev.slipway.config.Problem;
import dev.slipway.model.Bytes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Asks the reader of documents whether it would take a value: nothing is judged twice. Stateless.
 */
final class Probe {

  private static final Pattern LIKE_A_SECRET =
      Pattern.compile("(?i).*(?:secret|token|passw|credential|api_?key|private_?key).*");

  private Probe() {}

  /** Why a service would not take it; absent when it would. */
  static Optional<String> service(String key, String value) {
    String command = key.equals("command") ? "" : "    command: ./probe\n";
    return refusal(
        "application: probe\nservices:\n  deploy:\n%s    %s: %s\nroute: [probe]\n"
            .formatted(command, key, Scalars.of(value)));
  }

  static Optional<String> variable(String name, String value) {
    return refusal(
        "application: probe\nservices:\n  deploy:\n    command: ./probe\n    variables:\n      %s: %s\nroute: [probe]\n"
            .formatted(Scalars.of(name), Scalars.of(value)));
  }

  static Optional<String> repository(String address) {
    return refusal(
        "application: probe\nrepository: %s\nservices: {deploy: {command: ./probe}}\nroute: [probe]\n"
            .formatted(Scalars.of(address)));
  }

  static Optional<String> check(String name) {
    return refusal(
        "environment: probe\nguardrails: {checks: {required: [%s]}}\n".formatted(Scalars.of(name)));
  }

  /** The name that it has with us: small letters, digits and '-'; absent when nothing is left. */
  static Optional<String> name(String theirs) {
    String ours =
        theirs.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return Optional.of(ours)
        .filter(it -> refusal("environment: " + Scalars.of(it) + "\n").isEmpty());
  }

  /** Whether a value must not stand in a document, as far as its name tells. */
  static boolean isSecret(String name) {
    return LIKE_A_SECRET.matcher(name).matches();
  }

  private static Optional<String> refusal(String yaml) {
    return switch (Documents.compile("probe", Bytes.ofUtf8(yaml))) {
      case Compiled.Valid _ -> Optional.empty();
      case Compiled.Invalid(List<Problem> problems) -> Optional.of(problems.getFirst().message());
    };
  }
}
