package dev.slipway.simulator.planted;

import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.source.Reading;
import dev.slipway.source.Repository;
import java.util.Optional;
import java.util.Set;

/** Says that nobody wrote anything. */
final class Anonymous extends AlteredRepository {

  Anonymous(Repository real) {
    super(real);
  }

  @Override
  public Reading<Set<String>> authors(RepositoryUrl repository, Optional<Sha> base, Sha head) {
    return new Reading.Read<>(Set.of());
  }
}
