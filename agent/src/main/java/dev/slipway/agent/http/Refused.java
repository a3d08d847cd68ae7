package dev.slipway.agent.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The server answered, and the answer was no. Its message is one line, fit for a terminal. */
public final class Refused extends IOException {
  private static final long serialVersionUID = 1L;

  private static final int SENTENCE_LENGTH_MAX = 500;
  private static final int CODE_LENGTH_MAX = 64;

  private final int status;
  private final String code;

  private Refused(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** Reads a problem, as far as it is one. */
  static Refused of(int status, byte[] body, JsonMapper json) {
    try {
      JsonNode problem = json.readTree(new String(body, StandardCharsets.UTF_8));
      String code = visible(problem.path("code").asText(), CODE_LENGTH_MAX);
      String detail = visible(problem.path("detail").asText(), SENTENCE_LENGTH_MAX);
      if (!code.isEmpty()) {
        return new Refused(
            status, code, "The server answered %d %s: %s".formatted(status, code, detail));
      }
    } catch (JsonProcessingException notJson) {
      // What stands between agent and server answers in its own way; the status says enough.
    }
    return new Refused(status, "", "The server answered " + status + ".");
  }

  private static String visible(String text, int max) {
    String line = text.replaceAll("[^\\x20-\\x7e]", "?");
    return line.length() > max ? line.substring(0, max) + "…" : line;
  }

  public int status() {
    return status;
  }

  /** The problem's stable code; empty when the answer had none. */
  public String code() {
    return code;
  }
}
