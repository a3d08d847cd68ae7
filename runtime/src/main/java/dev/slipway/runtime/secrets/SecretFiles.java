package dev.slipway.runtime.secrets;

import dev.slipway.model.SecretValue;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.runtime.SecretMissing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Secrets as files of one folder: {@code NAME}, and {@code NAME@VERSION} for a version. Links are
 * not followed, so nothing outside is ever read.
 */
public record SecretFiles(Path folder) {

  byte[] of(SecretReference.File reference) throws SecretMissing {
    String name = reference.name() + reference.version().map(number -> "@" + number).orElse("");
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw SecretSources.missing(
          reference,
          "is not there: the agent's folder of secrets has no file %s; a link is not followed. Put it there."
              .formatted(name));
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(SecretValue.TOO_MANY);
    } catch (IOException e) {
      throw SecretSources.missing(reference, "cannot be read by the agent. Let its user read it.");
    }
  }
}
