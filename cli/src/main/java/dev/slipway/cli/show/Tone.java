package dev.slipway.cli.show;

/** A colour that underlines a word; the word alone always says the same. */
public enum Tone {
  PLAIN(""),
  GOOD("\u001b[32m"),
  BUSY("\u001b[33m"),
  BAD("\u001b[31m"),
  FAINT("\u001b[2m");

  private static final String END = "\u001b[0m";

  private final String start;

  Tone(String start) {
    this.start = start;
  }

  /** The tone of one of the API's state words; plain for a word that is not known here. */
  public static Tone of(String state) {
    return switch (state) {
      case "settled", "healthy", "arrived", "converged", "followed", "matched" -> GOOD;
      case "failed", "unhealthy", "gone", "stuck", "refused", "drifted", "unknown" -> BAD;
      case "rolling", "starting", "delivering", "travelling", "pending", "queued", "waiting" ->
          BUSY;
      case "superseded", "stopped", "skipped", "nothingFollows", "ahead", "-" -> FAINT;
      default -> PLAIN;
    };
  }

  String paint(String text) {
    return this == PLAIN ? text : start + text + END;
  }
}
