package dev.slipway.codec;

import dev.slipway.codec.shape.CanonicalText;
import dev.slipway.codec.shape.JsonText;
import dev.slipway.codec.shape.Shape;
import dev.slipway.codec.shape.Shapes;
import dev.slipway.codec.shape.Undecodable;
import dev.slipway.model.observation.Report;

/** Agents' reports as text. Stateless; thread-safe. */
public final class ReportCodec {

  /** More than any slot has to say, and little enough to hold thousands of them. */
  private static final int SIZE_MAX = 256 * 1024;

  private static final Shape REPORT = Shapes.of(Report.class);

  private ReportCodec() {}

  /** The canonical text of a report. */
  public static String encode(Report report) {
    return CanonicalText.of(REPORT, report).toString();
  }

  /**
   * Reads a report, which may come from anybody.
   *
   * @throws Undecodable when it is none, or is longer than 262,144 characters
   */
  public static Report decode(String text) {
    return (Report) REPORT.decode(JsonText.read(text, SIZE_MAX));
  }
}
