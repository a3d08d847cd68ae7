package dev.slipway.outbound;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of a call. Never an exception: whoever is outside may do anything. */
public sealed interface Answer {

  /**
   * Somebody answered.
   *
   * @param headers those that were wanted and came, by their names in small letters
   * @param body the beginning of it
   * @param cut whether there was more than is taken
   */
  record Answered(int status, Map<String, List<String>> headers, String body, boolean cut)
      implements Answer {

    public Answered {
      headers = Map.copyOf(headers);
    }

    public Answered(int status, String body, boolean cut) {
      this(status, Map.of(), body, cut);
    }

    /** A header that came exactly once; a repeated one counts as absent. */
    public Optional<String> header(String lowerCaseName) {
      List<String> values = headers.getOrDefault(lowerCaseName, List.of());
      return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
  }

  /**
   * It is not called, now or ever, for what it is.
   *
   * @param code stable
   * @param sentence what is wrong, and what to do
   */
  record Refused(String code, String sentence) implements Answer {}

  /** Nobody answered, or not in time; whether it arrived is not known. */
  record Failed(String sentence) implements Answer {}
}
