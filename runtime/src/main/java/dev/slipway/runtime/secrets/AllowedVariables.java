package dev.slipway.runtime.secrets;

import dev.slipway.model.definition.SecretReference;
import dev.slipway.runtime.SecretMissing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Variables of the agent's own environment, of which only those may be given out that a file names,
 * one on each line. Without the file there are none.
 *
 * @param environment the agent's own
 */
public record AllowedVariables(Path list, Map<String, String> environment) {

  /** Tells nothing of what the variables hold. */
  @Override
  public String toString() {
    return "variables allowed by " + list;
  }

  byte[] of(SecretReference.Variable reference) throws SecretMissing {
    if (!allowed().contains(reference.name())) {
      throw SecretSources.missing(
          reference,
          "is not allowed here: the file %s of the agent's folder does not name it. Add it as a line."
              .formatted(list.getFileName()));
    }
    return Optional.ofNullable(environment.get(reference.name()))
        .map(value -> value.getBytes(StandardCharsets.UTF_8))
        .orElseThrow(() ->
            SecretSources.missing(
                reference, "is not in the agent's environment. Start the agent with it."));
  }

  private List<String> allowed() {
    try {
      return Files.exists(list)
          ? Files.readAllLines(list).stream().map(String::strip).toList()
          : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }
}
