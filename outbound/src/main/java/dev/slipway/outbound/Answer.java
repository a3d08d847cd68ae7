package dev.slipway.outbound;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came of a call. Never an exception: whoever is outside may do anything. */
public sealed interface Answer {

  /**
   * Somebody answered.
   *
   * @param headers by their names in small letters; of one that is there several times, the first
   * @param body the beginning of it
   * @param cut whether there was more than is taken
   */
  record Answered(int status, SortedMap<String, String> headers, String body, boolean cut)
      implements Answer {
    public Answered {
      headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
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
