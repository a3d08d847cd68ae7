package dev.slipway.wire;

import java.util.List;

/** Documents of one kind that an owner may write; without patterns, all of them. */
public record OwnerRight(
    DocumentKind write, List<String> applications, List<String> environments, List<String> keys) {
  public OwnerRight {
    applications = List.copyOf(applications);
    environments = List.copyOf(environments);
    keys = List.copyOf(keys);
  }
}
