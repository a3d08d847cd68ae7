package dev.slipway.simulator.planted;

import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.need.Head;
import dev.slipway.source.Reading;
import dev.slipway.source.Repository;
import java.util.List;
import java.util.Optional;

/** Answers for a head what it answered first. */
final class FirstReading extends AlteredRepository {

  private Optional<Reading<List<Head>>> first = Optional.empty();

  FirstReading(Repository real) {
    super(real);
  }

  @Override
  public Reading<List<Head>> heads(RepositoryUrl repository, List<RefName> refs) {
    if (first.isEmpty() && super.heads(repository, refs) instanceof Reading.Read<List<Head>> read) {
      first = Optional.of(read);
    }
    return first.orElseGet(() -> super.heads(repository, refs));
  }
}
