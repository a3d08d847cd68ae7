package dev.slipway.loop.port;

/** Where the loop tells its operators what they must know. Thread-safe. */
public interface Journal {

  void info(String message);

  void warn(String message);

  /** Something that a person has to look at now; {@code cause} tells where it came from. */
  void alarm(String message, Throwable cause);
}
