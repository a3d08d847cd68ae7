package dev.slipway.engine.delivery;

import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.state.DesiredJob;
import dev.slipway.model.state.DesiredState;
import java.util.List;
import java.util.stream.Stream;

/** Which secrets a state is started with. Stateless. */
public final class SecretUses {

  private SecretUses() {}

  /** What services and jobs refer to, one after the other. */
  public static Stream<SecretReference> of(DesiredState state) {
    return Stream.concat(
            state.services().stream()
                .flatMap(service -> service.releases().stream())
                .map(desired -> desired.release()),
            state.jobs().stream().flatMap(List::stream).map(DesiredJob::release))
        .flatMap(release -> release.secrets().stream())
        .flatMap(secrets -> secrets.values().stream());
  }
}
