package dev.slipway.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The file that container tools keep logins in: {@code {"auths": {HOST: {"auth": BASE64}}}}. Only
 * what stands in it is read; programs that it names as keepers of passwords are not run. Stateless.
 */
public final class AuthFile {

  private static final int HOSTS_MAX = 200;
  private static final int BYTES_MAX = 1024 * 1024;

  private AuthFile() {}

  /** What stands in a file of at most 1 MiB; nothing where there is none to be read. */
  public static Map<String, Login> read(Optional<Path> file) throws Refusal {
    if (file.isEmpty()) {
      return Map.of();
    }
    try (InputStream in = Files.newInputStream(file.orElseThrow())) {
      byte[] content = in.readNBytes(BYTES_MAX + 1);
      if (content.length > BYTES_MAX) {
        throw malformed("It is larger than 1 MiB.");
      }
      return parse(new String(content, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw malformed("It is not there, or may not be read.");
    }
  }

  public static Map<String, Login> parse(String text) throws Refusal {
    JsonNode auths = Json.object(text, "auth-file-malformed", "The file of logins").path("auths");
    Map<String, Login> logins = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : auths.properties()) {
      if (logins.size() == HOSTS_MAX) {
        throw malformed("It has more than " + HOSTS_MAX + " logins.");
      }
      if (entry.getValue().path("auth").isTextual()) {
        logins.put(host(entry.getKey()), login(entry.getValue().path("auth").textValue()));
      }
    }
    return Map.copyOf(logins);
  }

  /** Some tools write an address where others write the host. */
  private static String host(String key) {
    return key.replaceFirst("^https?://", "").replaceFirst("/.*", "");
  }

  private static Login login(String auth) throws Refusal {
    try {
      String both = new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
      int colon = both.indexOf(':');
      if (colon > 0) {
        return new Login(both.substring(0, colon), both.substring(colon + 1));
      }
    } catch (IllegalArgumentException notBase64) {
      throw malformed("One 'auth' is no Base64.");
    }
    throw malformed("One 'auth' is not user and password with a colon between them.");
  }

  private static Refusal malformed(String why) {
    return new Refusal("auth-file-malformed", "The file of logins cannot be used. " + why);
  }
}
