package dev.slipway.outlet;

import dev.slipway.model.notification.Happening;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What systems find a happening again by: a name, a colon and a value each. Stateless. */
public final class Tags {

  private Tags() {}

  /** Of what and where it is, as far as that is known. */
  public static List<String> of(Happening happening) {
    return Stream.of(
            Optional.of("application:" + happening.placement().application()),
            Optional.of("environment:" + happening.placement().environment()),
            happening.number().map(number -> "delivery:" + number),
            happening.sha().map(sha -> "sha:" + sha))
        .flatMap(Optional::stream)
        .toList();
  }
}
