package dev.slipway.source.webhook;

/** How Git hosts call events: small letters with underscores between. Stateless. */
public final class EventName {

  private static final int LENGTH_MAX = 64;

  private EventName() {}

  /** Whether a host could call an event so. */
  public static boolean is(String name) {
    return !name.isEmpty()
        && name.length() <= LENGTH_MAX
        && name.chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z'));
  }
}
