package dev.slipway.model.layer;

import java.util.List;

/**
 * Which documents somebody may write: patterns of what they may be about; without any, everything.
 *
 * @param applications of overlays and policies those that they may be for; of applications their
 *     names
 * @param environments of overlays and policies those that they may be for
 * @param keys of overlays the names of values that they may say something of
 */
public record Right(
    Kind kind, List<String> applications, List<String> environments, List<String> keys) {

  public Right {
    applications = List.copyOf(applications);
    environments = List.copyOf(environments);
    keys = List.copyOf(keys);
  }

  /** The kinds of documents that owners may be given. */
  public enum Kind {
    APPLICATION,
    OVERLAY,
    POLICY
  }
}
